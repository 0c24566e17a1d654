package import Context
internal import Newsletter
internal import Text

/// `/issues/N/`: leads on to the issue of that number, whatever its address is.
package struct IssueNumberPages: Output {
    package init() {}

    package func products(of site: Site) -> [Product] {
        site.numbered.map { number, card in
            site.page(
                "latest", at: site.address.path(of: .issueNumber(number)), dependingOn: [.fingerprint(card.fingerprint)]
            ) { site in
                var context = site.head(title: card.header.title, path: card.path)
                context["title"] = .text(card.header.title)
                context["sentence"] = .text(site.words["leads_on_to"])
                context["target"] = .text(site.address.href(card.path))
                return context
            }
        }
    }
}

extension Site {
    /// Issues by number; where several have the same, the newest.
    var numbered: [(number: Int, card: IssueSummary)] {
        var cards: [Int: IssueSummary] = [:]
        for card in issues.cards {
            if let number = card.header.number, number >= 0 { cards[number] = card }
        }
        return cards.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
}
