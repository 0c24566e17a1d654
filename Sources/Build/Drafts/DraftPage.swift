internal import Archive
internal import Markdown
package import Newsletter
internal import Text

/// A draft's page in the preview: the page of an issue, with each finding of the checks below the text that it is about.
package struct DraftPage: Sendable {
    private let draft: DraftLink
    private let bytes: [UInt8]
    private let notes: [DraftNote]
    private let others: [DraftLink]

    /// - Parameters:
    ///   - notes: in the order of the text.
    ///   - others: the other drafts.
    package init(_ draft: DraftLink, bytes: [UInt8], notes: [DraftNote], others: [DraftLink]) {
        self.draft = draft
        self.bytes = bytes
        self.notes = notes
        self.others = others
    }

    /// - Throws: ``Diagnostics`` if the draft can't be read.
    package func html(on site: Site) throws(Diagnostics) -> [UInt8] {
        let reading = try IssueReader(site.publication).read(
            bytes, file: draft.file, parts: [.body, .blockEnds], entryIDs: EntryAnchors.ids)
        let header = reading.issue.header
        var page = PageBody(reading)
        page.html = site.issues.links.applied(to: page.html, anchors: &page.anchors, file: draft.file)
        let summary = IssueSummary(
            file: draft.file, header: header, path: site.address.path(of: header), source: Fingerprint(of: bytes))
        let (first, others) = placed(page.anchors)
        page.html.insert(contentsOf: (banner(on: site) + first).utf8, at: 0)
        let offset = (banner(on: site) + first).utf8.count
        for index in page.anchors.indices { page.anchors[index].offset += offset }
        var context = IssuePages.context(
            of: summary, page, older: site.issues.summaries.last { $0.header.date < header.date }, newer: nil,
            on: site, notes: others)
        context["document_title"] = .text("Draft: \(header.title)")
        // It has no address yet.
        context["canonical"] = nil
        context["json_ld"] = nil
        return DraftStyle.linked(from: site.templates.render("issue", context), site.address)
    }

    /// The notes' HTML: of those that come before the first block, and of the others by the line in which their block
    /// begins.
    private func placed(_ anchors: [BodyAnchor]) -> (first: String, others: [Int: [UInt8]]) {
        let lines = anchors.compactMap { anchor in
            if case .blockEnd(let line) = anchor.kind { line } else { nil }
        }
        .sorted()
        var first = ""
        var others: [Int: [UInt8]] = [:]
        for (index, note) in notes.enumerated() {
            let html = note.html(index + 1)
            if let line = lines.last(where: { $0 <= note.location.line }) {
                others[line, default: []] += html.utf8
            } else {
                first += html
            }
        }
        return (first, others)
    }

    /// The number of findings up to which their list is unfolded.
    private static let mostListed = 12

    /// What is above the text: the file, how many findings there are, and the other drafts.
    private func banner(on site: Site) -> String {
        var html = "<div class=\"sennight-draft\" lang=\"en\" dir=\"ltr\">\n"
        html += "<p><strong>Draft</strong> <code>\(DraftNote.escaped(draft.file))</code></p>\n"
        if notes.isEmpty {
            html += "<p>The checks found nothing.</p>\n"
        } else {
            html +=
                "<details\(notes.count > Self.mostListed ? "" : " open")>\n<summary>\(DraftNote.counts(notes))</summary>\n<ol>\n"
            for (index, note) in notes.enumerated() {
                html += "<li><a href=\"#\(DraftNote.id(index + 1))\">line \(note.location.line)</a>: "
                html += "\(DraftNote.escaped(note.summary))</li>\n"
            }
            html += "</ol>\n</details>\n"
        }
        return html + DraftLink.list(others, site.address) + "</div>\n"
    }
}

extension DraftNote {
    /// How many notes there are of each severity: `1 error, 2 warnings`.
    fileprivate static func counts(_ notes: [DraftNote]) -> String {
        Diagnostic.Severity.allCases.compactMap { severity in
            let count = notes.count { $0.severity == severity }
            return count == 0 ? nil : count.counted(severity.rawValue)
        }
        .joined(separator: ", ")
    }
}

extension DraftLink {
    /// A paragraph with links to other drafts; empty if there are none.
    static func list(_ drafts: [DraftLink], _ address: SiteAddress) -> String {
        guard !drafts.isEmpty else { return "" }
        let links = drafts.map { draft in
            "<a href=\"\(Escaping.html(draft.href(address)))\">\(DraftNote.escaped(draft.name))</a>"
        }
        return "<p>Other \(drafts.count == 1 ? "draft" : "drafts"): \(links.joined(separator: ", "))</p>\n"
    }
}
