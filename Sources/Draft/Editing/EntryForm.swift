internal import Address
internal import Newsletter
internal import Text

/// Writes a candidate as the lines of an entry, in the form of its section's kind.
struct EntryForm {
    let words: Localization
    /// The publication's own sentence for a pick; `{link}` and `{description}` are filled in.
    var pick: String?
    /// The publication's own link to the whole report; `{url}` is filled in.
    var report: String?
    /// The bullet of the draft's other entries: `*` or `-`.
    var bullet = "*"
    /// The indentation of nested items.
    var indent = "    "

    /// The lines of an entry, including the last line end.
    func lines(of candidate: Candidate) -> String {
        let link = link(candidate.title, candidate.url)
        let tags = candidate.tags.map { "[\(MarkdownText.tag($0))] " }.joined()
        switch candidate.content {
        case .event(let event): return lines(of: event, title: candidate.title, url: candidate.url)
        case .callForParticipation(let call) where call.kind == .event:
            let title = self.link("**\(MarkdownText.field(candidate.title))**", isMarkdown: true, candidate.url)
            let parts = [call.closes?.description, call.place, call.date].map { MarkdownText.field($0 ?? "") }
            return "\(bullet) \(title) | \(parts.joined(separator: " | "))\n"
        case .callForTesting(let call):
            let steps = call.steps.map { "\(indent)\(bullet) \(self.link(words["draft_testing_steps"], $0))\n" }
            return "\(bullet) \(tags)\(link)\n" + (steps ?? "")
        case .proposal(let proposal):
            let disposition = proposal.disposition.map { "[disposition: \(MarkdownText.tag($0))] " } ?? ""
            return "\(bullet) \(disposition)\(tags)\(link)\n"
        case .pick: return sentence(ofPick: candidate, link: link)
        case .triage: return excerpt(of: candidate, link: link)
        case .quote(let quote): return lines(of: quote, thanks: thanks(candidate), url: candidate.url)
        default: return "\(bullet) \(tags)\(link)\n"
        }
    }

    /// A link, if the URL is a web address; otherwise only the text, so that a `javascript:` URL from outside never
    /// becomes a link.
    private func link(_ text: String, isMarkdown: Bool = false, _ url: String?) -> String {
        let escaped = isMarkdown ? text : MarkdownText.escaped(text)
        guard let url, LinkHost.of(url) != nil else { return isMarkdown ? text : MarkdownText.escapedLine(text) }
        return "[\(escaped)](\(MarkdownText.address(url)))"
    }

    private func lines(of event: Event, title: String, url: String?) -> String {
        let place = event.place.map(MarkdownText.field) ?? ""
        let placeAndMode =
            switch event.mode {
            case .inPerson: place
            case .virtual: place.isEmpty ? words["draft_virtual"] : "\(words["draft_virtual"]) (\(place))"
            case .hybrid: place.isEmpty ? words["draft_hybrid"] : "\(words["draft_hybrid"]) (\(place))"
            }
        let organizers = event.organizers.map { organizer in
            link(MarkdownText.field(organizer.name), isMarkdown: true, organizer.url)
        }
        let fields =
            [event.when, placeAndMode] + (organizers.isEmpty ? [] : [organizers.joined(separator: " + ")])
        return "\(bullet) \(fields.joined(separator: " | "))\n"
            + "\(indent)\(bullet) \(link("**\(MarkdownText.escaped(title))**", isMarkdown: true, url))\n"
    }

    private func sentence(ofPick candidate: Candidate, link: String) -> String {
        let about = candidate.signal(.description).map { ", \(MarkdownText.escaped($0))" } ?? ""
        // Filled in a single pass: a name may be `{description}`.
        let parts = (pick ?? words["draft_pick"]).split(separator: "{link}", omittingEmptySubsequences: false).map {
            $0.replacing("{description}", with: about)
        }
        var sentence = parts.joined(separator: link)
        if let last = about.last, ".!?…".contains(last), sentence.hasSuffix("\(last).") { sentence.removeLast() }
        return sentence + "\n" + thanks(candidate)
    }

    private func lines(of quote: Quote, thanks: String, url: String?) -> String {
        let text = quote.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { line in
            line.allSatisfy(\.isWhitespace) ? ">" : "> \(MarkdownText.escapedLine(String(line)))"
        }
        return text.joined(separator: "\n") + "\n\n– \(link(quote.attribution ?? "", url))\n" + thanks
    }

    /// The report's excerpt, which is Markdown.
    private func excerpt(of candidate: Candidate, link: String) -> String {
        let text = MarkdownExcerpt.escaped(candidate.signal(.text) ?? "")
        let link = report?.replacing("{url}", with: MarkdownText.address(candidate.url ?? "")) ?? link
        return text.isEmpty ? link + "\n" : "\(text)\n\n\(link)\n"
    }

    /// A sentence that thanks the person whom an editor named, or else the nominator, with a link to the nomination.
    private func thanks(_ candidate: Candidate) -> String {
        if let name = candidate.signal(.thanks) { return thanks("draft_thanks", MarkdownText.escaped(name)) }
        guard let name = candidate.signal(.nominatedBy) else { return "" }
        let isOwn = candidate.signal(.selfNomination) != nil
        return thanks(isOwn ? "draft_thanks_own" : "draft_thanks", link(name, candidate.signal(.post)))
    }

    private func thanks(_ sentence: String, _ name: String) -> String {
        "\n" + words[sentence].replacing("{name}", with: name) + "\n"
    }
}
