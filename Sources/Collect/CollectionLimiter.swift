internal import Newsletter
internal import Text

/// Cuts the result of a source to the limits of ``CollectionLimits``, and reports what was cut.
struct CollectionLimiter {
    private let source: String
    /// The kinds of cuts in the order of their first occurrence, with their counts.
    private var cuts: [(problem: String, count: Int)] = []

    static func limited(_ result: CollectionResult, of source: String) -> CollectionResult {
        var limiter = CollectionLimiter(source: source)
        return limiter.limited(result)
    }

    private init(source: String) {
        self.source = source
    }

    private mutating func limited(_ result: CollectionResult) -> CollectionResult {
        var result = result
        result.candidates = result.candidates.compactMap { limited($0) }
        result.events = result.events.compactMap { limited($0) }
        result.resolutions = result.resolutions.map { resolution in
            var resolution = resolution
            resolution.title = cut(resolution.title, to: CollectionLimits.title, "title")
            return resolution
        }
        let all = result.candidates.count + result.events.count
        if all > CollectionLimits.candidates {
            result.candidates.removeLast(max(0, result.candidates.count - CollectionLimits.candidates))
            let room = CollectionLimits.candidates - result.candidates.count
            result.events.removeLast(max(0, result.events.count - room))
            note("there are more than \(CollectionLimits.candidates) candidates; the rest was left out")
        }
        result.faults = limited(result.faults)
        return result
    }

    private mutating func limited(_ faults: [SourceFault]) -> [SourceFault] {
        var counts: [String: Int] = [:]
        for fault in faults { counts[Self.kind(of: fault), default: 0] += 1 }
        var seen: [String: Int] = [:]
        let distinct = faults.compactMap { fault -> SourceFault? in
            let kind = Self.kind(of: fault)
            seen[kind, default: 0] += 1
            guard seen[kind, default: 0] <= CollectionLimits.alike else { return nil }
            let more = (counts[kind] ?? 0) - CollectionLimits.alike
            guard more > 0, seen[kind] == CollectionLimits.alike else { return fault }
            var fault = fault
            fault.problem += " (and \(more) more like it)"
            return fault
        }
        var kept = distinct.prefix(CollectionLimits.faults).map { fault in
            var fault = fault
            fault.address = fault.address?.cut(to: CollectionLimits.fact)
            fault.field = fault.field?.cut(to: CollectionLimits.place)
            fault.problem = fault.problem.cut(to: CollectionLimits.fact)
            return fault
        }
        if distinct.count > kept.count {
            kept.append(
                SourceFault(
                    (distinct.count - kept.count).counted("more fault isn't listed", "more faults aren't listed"),
                    source: source))
        }
        return kept
            + cuts.map { cut in
                var fault = SourceFault(
                    cut.count == 1 ? cut.problem : "\(cut.problem) (\(cut.count) times)", source: source)
                fault.isCut = true
                return fault
            }
    }

    /// The words of a fault without numbers and quoted text, which are the same for faults of one kind.
    private static func kind(of fault: SourceFault) -> String {
        var isQuoted = false
        let words = "\(fault.field ?? "") \(fault.problem)".utf8.filter { byte in
            if byte == UInt8(ascii: "'") { isQuoted.toggle() }
            return !isQuoted && !(0x30...0x39 ~= byte)
        }
        return (fault.address ?? "") + "\n" + String(decoding: words, as: UTF8.self)
    }

    private mutating func limited(_ candidate: Candidate) -> Candidate? {
        if let url = candidate.url, isTooLong(url, "an address", "its candidate was left out") { return nil }
        var candidate = candidate
        candidate.title = cut(candidate.title, to: CollectionLimits.title, "title")
        candidate.tags = few(candidate.tags, CollectionLimits.tags, "tags").map {
            cut($0, to: CollectionLimits.tag, "tag")
        }
        candidate.facts = few(candidate.facts, CollectionLimits.facts, "facts").compactMap { fact in
            // What an address was cut to would lead elsewhere.
            if fact.value.hasPrefix("http"), fact.value.utf8.count > CollectionLimits.address {
                note("'\(fact.name)' is an address longer than \(CollectionLimits.address) bytes and was left out")
                return nil
            }
            var most = CollectionLimits.fact
            if case .signal(.text, _) = fact, candidate.kind == .triage { most = CollectionLimits.report }
            return Candidate.Fact(name: fact.name, value: cut(fact.value, to: most, fact.name))
        }
        switch candidate.content {
        case .quote(var quote):
            quote.text = cut(quote.text, to: CollectionLimits.quote, "quote")
            quote.attribution = quote.attribution.map { cut($0, to: CollectionLimits.place, "attribution") }
            candidate.content = .quote(quote)
        case .callForTesting(var call):
            if let steps = call.steps, isTooLong(steps, "an address", "it was left out") { call.steps = nil }
            candidate.content = .callForTesting(call)
        case .callForParticipation(var call):
            call.place = call.place.map { cut($0, to: CollectionLimits.place, "place") }
            call.date = call.date.map { cut($0, to: CollectionLimits.place, "date") }
            candidate.content = .callForParticipation(call)
        case .proposal(var proposal):
            proposal.disposition = proposal.disposition.map { cut($0, to: CollectionLimits.tag, "disposition") }
            candidate.content = .proposal(proposal)
        default: break
        }
        return candidate
    }

    private mutating func limited(_ event: EventOccurrence) -> EventOccurrence? {
        if let url = event.url, isTooLong(url, "an address", "its event was left out") { return nil }
        // What tells events apart can't be cut either.
        if isTooLong(event.id, "an identifier", "its event was left out") { return nil }
        var event = event
        event.title = cut(event.title, to: CollectionLimits.title, "title")
        event.place.venue = event.place.venue.map { cut($0, to: CollectionLimits.place, "venue") }
        event.place.city = event.place.city.map { cut($0, to: CollectionLimits.place, "city") }
        event.place.subdivision = event.place.subdivision.map { cut($0, to: CollectionLimits.place, "region") }
        event.organizers = few(event.organizers, CollectionLimits.organizers, "organizers").map { organizer in
            var organizer = organizer
            organizer.name = cut(organizer.name, to: CollectionLimits.place, "organizer")
            if let url = organizer.url, isTooLong(url, "an organizer's address", "it was left out") {
                organizer.url = nil
            }
            return organizer
        }
        return event
    }

    // MARK: Cuts

    private mutating func cut(_ text: String, to most: Int, _ name: String) -> String {
        let short = text.cut(to: most)
        if short.utf8.count != text.utf8.count { note("'\(name)' was cut at \(most) characters") }
        return short
    }

    private mutating func few<Item>(_ items: [Item], _ most: Int, _ name: String) -> [Item] {
        if items.count > most { note("more than \(most) \(name) of one candidate were left out") }
        return Array(items.prefix(most))
    }

    private mutating func isTooLong(_ text: String, _ name: String, _ consequence: String) -> Bool {
        guard text.utf8.count > CollectionLimits.address else { return false }
        note("\(name) is longer than \(CollectionLimits.address) bytes; \(consequence)")
        return true
    }

    private mutating func note(_ problem: String) {
        if let known = cuts.firstIndex(where: { $0.problem == problem }) {
            cuts[known].count += 1
        } else {
            cuts.append((problem, 1))
        }
    }
}
