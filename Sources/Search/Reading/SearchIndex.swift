/// An index that can be searched.
package struct SearchIndex: Sendable {
    private let manifest: SearchManifest
    private let container: SearchContainer
    private let lists: WordLists
    private let documents: DocumentReader

    package enum Order: Sendable {
        case relevance, date
    }

    /// - Returns: nil if the container has no index of this version.
    package init?(_ container: SearchContainer) {
        guard let manifest = container.withFile(SearchFileName.manifest, { SearchManifest($0) }) ?? nil else {
            return nil
        }
        self.manifest = manifest
        self.container = container
        lists = WordLists(manifest: manifest, container: container)
        documents = DocumentReader(manifest, container: container)
    }

    /// - Throws: ``DamagedIndex``.
    package func results(of query: SearchQuery, limit: Int, order: Order = .relevance) throws(DamagedIndex)
        -> SearchResults
    {
        let filter = RecordFilter(query, manifest: manifest, lists: lists, facets: { facets })
        var (matches, matchesAny) = matches(query, filter)
        let inOrder: (Match, Match) -> Bool =
            order == .date
            ? { $0.record > $1.record }
            : { $0.score != $1.score ? $0.score > $1.score : $0.record > $1.record }
        var hits: [SearchHit] = []
        if query.phrases.isEmpty {
            for match in Self.first(limit, of: matches, inOrder) {
                hits.append(try documents.hit(match.record, score: match.score))
            }
        } else {
            var found: [Match] = []
            for match in Self.first(Self.mostPhrases, of: matches, inOrder) {
                let hit = try documents.hit(match.record, score: match.score)
                guard query.phrases.allSatisfy({ Self.has($0, in: hit.title) }) else { continue }
                found.append(match)
                if hits.count < limit { hits.append(hit) }
            }
            (matches, matchesAny) = (found, false)
        }
        return SearchResults(
            total: matches.count, hits: hits, matchesAny: matchesAny, records: matches.map(\.record).sorted())
    }

    private struct Match {
        var record: Int
        var score: Int
    }

    private static let mostPhrases = 300
    private static let enough = 10

    package var facets: FacetTable {
        container.withFile(SearchFileName.name(.facets, hash: manifest.facets, index: 0)) { FacetTable($0) }
            ?? FacetTable(UnsafeRawBufferPointer(start: nil, count: 0))
    }

    /// The number of results in each section, in descending order, and in each year, the newest first.
    package func facetCounts(of results: SearchResults) -> (
        sections: [(title: String, count: Int)], years: [(year: Int, count: Int)]
    ) {
        var years = manifest.years.map { (year: $0.year, count: 0) }
        var year = 0
        for record in results.records {
            while year + 1 < years.count, manifest.years[year + 1].record <= record { year += 1 }
            if year < years.count { years[year].count += 1 }
        }
        return (facets.sectionCounts(of: results.records), years.filter { $0.count > 0 }.reversed())
    }

    // MARK: Matching

    private func matches(_ query: SearchQuery, _ filter: RecordFilter) -> ([Match], Bool) {
        if query.words.isEmpty {
            guard !query.filters.isEmpty else { return ([], false) }
            return ((0..<manifest.records).filter(filter.allows).map { Match(record: $0, score: 0) }, false)
        }
        let (lists, optional) = lists(of: query)
        let all = sums(lists, optional, filter, mustHaveAll: true)
        guard all.count < Self.enough, lists.count > 1 else { return (all, false) }
        let any = sums(lists, optional, filter, mustHaveAll: false)
        return (any, any.count > all.count)
    }

    /// The lists of the words that count: compounds that the archive has stand for their words, and common words count
    /// only where there are no others. Frequent words, and compounds of words that are often
    /// written apart (`thread_local`, `ptr::read`), add to the scores of records that have the others.
    private func lists(of query: SearchQuery) -> (needed: [WordLists.List], optional: [WordLists.List]) {
        var isCovered = [Bool](repeating: false, count: query.words.count)
        var found: [WordLists.List] = []
        var optional: [WordLists.List] = []
        for compound in query.compounds {
            let list = lists.list(of: compound.word, corrects: false)
            guard !list.isEmpty else { continue }
            guard !compound.word.text.contains(where: "_:".utf8.contains) else {
                optional.append(list)
                continue
            }
            found.append(list)
            for word in compound.covered { isCovered[word] = true }
        }
        let words = query.words.indices.filter { !isCovered[$0] }.map { query.words[$0] }
        let rare = words.filter { word in
            word.isPrefix || !manifest.common.contains { $0.utf8.elementsEqual(word.text) }
        }
        var seen: Set<SearchQuery.Word> = []
        for word in rare.isEmpty && found.isEmpty ? words : rare where seen.insert(word).inserted {
            if !word.isPrefix, manifest.frequent.contains(where: { $0.utf8.elementsEqual(word.text) }) {
                optional.append(lists.list(of: word))
            } else {
                found.append(lists.list(of: word))
            }
        }
        return found.isEmpty ? (optional, []) : (found, optional)
    }

    private func sums(
        _ lists: [WordLists.List], _ optional: [WordLists.List], _ filter: RecordFilter, mustHaveAll: Bool
    ) -> [Match] {
        var matches: [Match] = []
        var positions = [Int](repeating: 0, count: optional.count)
        func add(_ record: Int, _ sum: Int) {
            guard filter.allows(record) else { return }
            var sum = sum
            for index in optional.indices {
                positions[index] = Self.gallop(optional[index], from: positions[index], to: UInt64(record))
                if positions[index] < optional[index].count, Int(optional[index][positions[index]] >> 32) == record {
                    sum += Int(optional[index][positions[index]] & 0xFFFF_FFFF)
                }
            }
            matches.append(Match(record: record, score: score(record, sum)))
        }
        if lists.count == 1 {
            for entry in lists[0] { add(Int(entry >> 32), Int(entry & 0xFFFF_FFFF)) }
        } else if mustHaveAll {
            let sorted = lists.sorted { $0.count < $1.count }
            var places = [Int](repeating: 0, count: sorted.count)
            next: for entry in sorted[0] {
                let record = entry >> 32
                var sum = Int(entry & 0xFFFF_FFFF)
                for index in 1..<sorted.count {
                    let list = sorted[index]
                    let position = Self.gallop(list, from: places[index], to: record)
                    places[index] = position
                    guard position < list.count else { break next }
                    guard list[position] >> 32 == record else { continue next }
                    sum += Int(list[position] & 0xFFFF_FFFF)
                }
                add(Int(record), sum)
            }
        } else {
            var sums: [UInt32: Int] = [:]
            for entry in lists.joined() { sums[UInt32(entry >> 32), default: 0] += Int(entry & 0xFFFF_FFFF) }
            for (record, sum) in sums.sorted(by: { $0.key < $1.key }) { add(Int(record), sum) }
        }
        return matches
    }

    /// The first position from `start` on whose record isn't before a given record.
    private static func gallop(_ list: WordLists.List, from start: Int, to record: UInt64) -> Int {
        var step = 1
        var low = start
        while low + step < list.count, list[low + step] >> 32 < record {
            low += step
            step *= 2
        }
        var high = min(list.count, low + step + 1)
        while low < high {
            let middle = (low + high) / 2
            if list[middle] >> 32 < record { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private func score(_ record: Int, _ sum: Int) -> Int { sum * (512 + 16 * record / max(1, manifest.records)) }

    /// The first matches in order, found without sorting all of them.
    private static func first(_ count: Int, of matches: [Match], _ precedes: (Match, Match) -> Bool) -> [Match] {
        guard count > 0 else { return [] }
        if matches.count <= count * 4 { return Array(matches.sorted(by: precedes).prefix(count)) }
        var best: [Match] = []
        best.reserveCapacity(count * 2)
        var last: Match?
        for match in matches {
            if let last, !precedes(match, last) { continue }
            best.append(match)
            if best.count == count * 2 {
                best.sort(by: precedes)
                best.removeSubrange(count...)
                last = best[count - 1]
            }
        }
        return Array(best.sorted(by: precedes).prefix(count))
    }

    private static func has(_ phrase: [[UInt8]], in title: String) -> Bool {
        let folded = TextFolding.folded(title)
        var words: [ArraySlice<UInt8>] = []
        Tokenizer.scan(folded, isForIndex: false) { range, covered in
            if covered == 0 { words.append(folded[range]) }
        }
        guard words.count >= phrase.count else { return false }
        return (0...(words.count - phrase.count)).contains { start in
            phrase.indices.allSatisfy { words[start + $0].elementsEqual(phrase[$0]) }
        }
    }
}
