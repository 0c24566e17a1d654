package import Newsletter

/// The page that the preview shows instead of a draft that can't be shown.
package struct UnreadableDraftPage: Sendable {
    private let faults: [Diagnostic]
    private let others: [DraftLink]

    /// - Parameter others: the drafts that can be shown.
    package init(_ faults: [Diagnostic], others: [DraftLink]) {
        self.faults = faults
        self.others = others
    }

    package func html(on site: Site) -> [UInt8] {
        var body = "<div class=\"sennight-draft\" lang=\"en\" dir=\"ltr\">\n"
        for fault in faults {
            body += "<div class=\"sennight-note \(fault.severity.rawValue)\">\n<p><strong>\(fault.severity.rawValue)"
            body += "</strong> \(DraftNote.escaped(fault.summary))</p>\n<p>\(DraftNote.escaped(fault.remedy))</p>\n"
            if let file = fault.file {
                let place = fault.location.map { ":\($0.line):\($0.column)" } ?? ""
                body += "<p><code>\(DraftNote.escaped(file + place))</code></p>\n"
            }
            body += "</div>\n"
        }
        body += DraftLink.list(others, site.address) + "</div>\n"
        let title = "The draft can't be shown"
        var context = site.head(title: title, path: nil)
        context["page"] = .object(["title": .text(title), "body": .html(Array(body.utf8))])
        return DraftStyle.linked(from: site.templates.render("page", context), site.address)
    }
}
