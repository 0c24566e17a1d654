internal import Newsletter

/// Writes a candidate as the lines of an entry, in the form that its section's kind has.
struct EntryForm {
    let words: Words
    /// The publication's own sentence for a pick; `{link}` and `{description}` are filled in.
    var pick: String?
    /// `*` or `-`, as the draft's other entries have it.
    var bullet = "*"
    /// Before nested items.
    var indent = "    "

    /// The lines, the last one with its end.
    func lines(of candidate: Candidate) -> String {
        let title = MarkdownText.escaped(candidate.title)
        let url = MarkdownText.address(candidate.url ?? "")
        let tags = candidate.tags.map { "[\(MarkdownText.oneLine($0))] " }.joined()
        switch candidate.content {
        case .event(let event): return lines(of: event, title: title, url: url)
        case .callForParticipation(let call) where call.kind == .event:
            let parts = [call.closes?.description, call.place.map(MarkdownText.escaped), call.date].map { $0 ?? "" }
            return "\(bullet) [**\(title)**](\(url)) | \(parts.joined(separator: " | "))\n"
        case .callForTesting(let call):
            let steps =
                call.steps.map { "\(indent)\(bullet) [\(words["draft_testing_steps"])](\(MarkdownText.address($0)))\n" }
                ?? ""
            return "\(bullet) \(tags)[\(title)](\(url))\n\(steps)"
        case .proposal(let proposal):
            let disposition = proposal.disposition.map { "[disposition: \(MarkdownText.oneLine($0))] " } ?? ""
            return "\(bullet) \(disposition)\(tags)[\(title)](\(url))\n"
        case .pick: return sentence(ofPick: candidate, title: title, url: url)
        case .quote(let quote): return lines(of: quote, thanks: candidate.fact("thanks"), url: url)
        default:
            let link = candidate.url == nil ? title : "[\(title)](\(url))"
            return "\(bullet) \(tags)\(link)\n"
        }
    }

    private func lines(of event: Event, title: String, url: String) -> String {
        let end = event.end.map { " - \($0)" } ?? ""
        let place = event.place.map(MarkdownText.escaped) ?? ""
        let where_ =
            switch event.mode {
            case .inPerson: place
            case .virtual: place.isEmpty ? "Virtual" : "Virtual (\(place))"
            case .hybrid: place.isEmpty ? "Hybrid" : "Hybrid (\(place))"
            }
        let organizers = event.organizers.map { organizer in
            let name = MarkdownText.escaped(organizer.name)
            return organizer.url.map { "[\(name)](\(MarkdownText.address($0)))" } ?? name
        }
        return "\(bullet) \(event.start)\(end) | \(where_) | \(organizers.joined(separator: " + "))\n"
            + "\(indent)\(bullet) [**\(title)**](\(url))\n"
    }

    private func sentence(ofPick candidate: Candidate, title: String, url: String) -> String {
        let about = candidate.fact("description").map { ", \(MarkdownText.escaped($0))" } ?? ""
        var sentence = (pick ?? words["draft_pick"])
            .replacing("{link}", with: "[\(title)](\(url))").replacing("{description}", with: about)
        if sentence.hasSuffix("..") || sentence.hasSuffix("!.") { sentence.removeLast() }
        return sentence + "\n" + thanks(candidate.fact("thanks"))
    }

    private func lines(of quote: Quote, thanks: String?, url: String) -> String {
        let text = quote.text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.allSatisfy(\.isWhitespace) ? ">" : "> \(line)"
        }
        let who = quote.attribution.map(MarkdownText.escaped) ?? ""
        let source = url.isEmpty ? who : "[\(who)](\(url))"
        return text.joined(separator: "\n") + "\n\n– \(source)\n" + self.thanks(thanks)
    }

    private func thanks(_ name: String?) -> String {
        guard let name else { return "" }
        return "\n" + words["draft_thanks"].replacing("{name}", with: MarkdownText.escaped(name)) + "\n"
    }
}

extension Candidate {
    /// The value of the first fact of a name.
    package func fact(_ name: String) -> String? { facts.first { $0.name == name }?.value }
}
