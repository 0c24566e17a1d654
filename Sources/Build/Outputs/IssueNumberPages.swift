package import Context
internal import Newsletter
internal import Text

/// `/issues/N/`: redirects to the issue with that number, whatever its URL.
package struct IssueNumberPages: Output {
    package init() {}

    package func products(of site: Site) -> [Product] {
        site.numbered.map { number, summary in
            site.page(
                "latest", at: site.address.path(of: .issueNumber(number)),
                dependingOn: [.fingerprint(summary.fingerprint)]
            ) { site in
                var context = site.head(title: summary.header.title, path: summary.path)
                context["title"] = .text(summary.header.title)
                context["sentence"] = .text(site.words["leads_on_to"])
                context["target"] = .text(site.address.href(summary.path))
                return context
            }
        }
    }
}

extension Site {
    /// Issues by number; if several have the same number, the newest.
    var numbered: [(number: Int, summary: IssueSummary)] {
        var summaries: [Int: IssueSummary] = [:]
        for summary in issues.summaries {
            if let number = summary.header.number, number >= 0 { summaries[number] = summary }
        }
        return summaries.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
}
