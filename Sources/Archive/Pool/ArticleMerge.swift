package import Newsletter

/// Combines all candidates that link to the same article into one.
package enum ArticleMerge {
    /// The candidates in their order; links with one identity are combined in the first one's position.
    ///
    /// Scores are added up, and listed individually in ``Candidate/Fact/Signal/scores``; every discussion is kept as a
    /// fact. The title is that of the article's own feed, if one returned it, because people who share a link often
    /// rename it.
    package static func merged(_ candidates: [Candidate]) -> [Candidate] {
        var order: [Group] = []
        var places: [EntryIdentity: Int] = [:]
        for candidate in candidates {
            guard candidate.kind == .links, let url = candidate.url else {
                order.append(Group(all: [candidate]))
                continue
            }
            let identity = EntryIdentity(link: url)
            if let place = places[identity] {
                order[place].all.append(candidate)
            } else {
                places[identity] = order.count
                order.append(Group(all: [candidate]))
            }
        }
        return order.map { $0.all.count == 1 ? $0.all[0] : $0.one }
    }

    private struct Group {
        var all: [Candidate]

        var one: Candidate {
            let own = all.first { $0.signal(.discussion) == nil }
            var one = own ?? all[0]
            one.section = one.section ?? all.lazy.compactMap(\.section).first
            one.time = all.compactMap(\.time).min()
            for tag in all.flatMap(\.tags) where !one.tags.contains(tag) { one.tags.append(tag) }
            one.facts = totals + texts + foundBy
            return one
        }

        /// The counts added up, followed by the individual ones.
        private var totals: [Candidate.Fact] {
            Self.numbers.flatMap { number, parts -> [Candidate.Fact] in
                let counted = all.compactMap { candidate in
                    candidate.count(number).map { (source: candidate.source, count: $0) }
                }
                guard !counted.isEmpty else { return [] }
                let sum = Candidate.Fact.count(number, counted.reduce(0) { $0 + $1.count })
                guard counted.count > 1 else { return [sum] }
                return [sum, .signal(parts, counted.map { "\($0.source) \($0.count)" }.joined(separator: ", "))]
            }
        }

        /// All other facts, each once.
        private var texts: [Candidate.Fact] {
            var seen: Set<Candidate.Fact> = []
            return all.flatMap(\.facts).filter { !Self.isMadeAnew($0) && seen.insert($0).inserted }
        }

        private var foundBy: [Candidate.Fact] {
            var sources: [String] = []
            for source in all.map(\.source) where !sources.contains(source) { sources.append(source) }
            return sources.count > 1 ? [.signal(.foundBy, sources.joined(separator: ", "))] : []
        }

        private static func isMadeAnew(_ fact: Candidate.Fact) -> Bool {
            switch fact {
            case .signal(.foundBy, _): true
            case .signal(let signal, _): numbers.contains { $0.parts == signal }
            case .count(let count, _): numbers.contains { $0.number == count }
            case .note: false
            }
        }

        private static let numbers: [(number: Candidate.Fact.Count, parts: Candidate.Fact.Signal)] = [
            (.score, .scores), (.comments, .commentsEach),
        ]
    }
}
