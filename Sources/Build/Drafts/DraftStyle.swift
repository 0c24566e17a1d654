internal import Newsletter

/// The style sheet of what the preview adds to a draft's page. It doesn't depend on the theme, which may be the
/// publication's own.
package enum DraftStyle {
    /// The path of the style sheet on the server.
    package static let path = "/sennight/draft.css"

    /// A page with a link to the style sheet in its head; a theme's page without a head stays as it is.
    static func linked(from page: [UInt8], _ address: SiteAddress) -> [UInt8] {
        guard let head = page.firstRange(of: "</head>".utf8) else { return page }
        var page = page
        page.insert(contentsOf: "<link rel=\"stylesheet\" href=\"\(path)\">\n".utf8, at: head.lowerBound)
        return page
    }

    package static let text = """
        .sennight-draft, .sennight-note {
          --edge: light-dark(#635a50, #aaa094); --wash: light-dark(#f1eee8, #26231f); --ink: light-dark(#221e1a, #ece7df);
          margin: 1em 0 1.5em; padding: 0.7em 1em; font: normal 0.875rem/1.45 system-ui, "Helvetica Neue", Arial, sans-serif;
          color: var(--ink); background: var(--wash); border-inline-start: 4px solid var(--edge); border-radius: 4px;
          overflow-wrap: anywhere; text-align: start;
        }
        .sennight-note { margin: 0.5em 0 1.25em; scroll-margin-top: 4rem; }
        .sennight-note.error { --edge: light-dark(#b3261e, #ff9d92); --wash: light-dark(#fdeceb, #381a17); }
        .sennight-note.warning { --edge: light-dark(#7a5200, #f2c15a); --wash: light-dark(#fdf3dc, #33290f); }
        .sennight-note.hint { --edge: light-dark(#1f5a92, #9cc8f5); --wash: light-dark(#eaf2fb, #16273a); }
        .sennight-note:target { outline: 2px solid var(--edge); }
        :is(.sennight-draft, .sennight-note) :is(p, ul, ol, details) { margin: 0; font: inherit; color: inherit; }
        :is(.sennight-draft, .sennight-note) > * + * { margin-top: 0.4em !important; }
        :is(.sennight-draft, .sennight-note) :is(ul, ol) { padding-inline-start: 1.4em; }
        :is(.sennight-draft, .sennight-note) li { margin: 0.2em 0; }
        :is(.sennight-draft, .sennight-note) strong { color: var(--edge); text-transform: capitalize; }
        :is(.sennight-draft, .sennight-note) code { padding: 0; font: 0.9em ui-monospace, Menlo, Consolas, monospace; color: inherit; background: none; }
        :is(.sennight-draft, .sennight-note) a { color: inherit; text-decoration: underline; }
        .sennight-draft summary { cursor: pointer; font-weight: 600; }
        .sennight-draft ol { margin-top: 0.4em; max-height: 40vh; overflow-y: auto; }
        .sennight-note span::after { content: ":"; }
        .sennight-note .sennight-quoted { padding-inline-start: 0.7em; border-inline-start: 1px solid var(--edge); font: 0.9em/1.4 ui-monospace, Menlo, Consolas, monospace; }

        """
}
