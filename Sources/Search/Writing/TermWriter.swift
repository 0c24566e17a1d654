/// Divides forms and their postings among shards, levels and spelling lists.
struct TermWriter {
    private struct Form {
        var index: Int
        var stem: Int
        /// The number of records of the basis that have the form.
        var inBasis: Int
        var shard = 0
    }

    private let table: FormTable
    private let starts: [Int]
    private var forms: [Form] = []
    private let basisRecords: Int
    private let finest: Int
    let bounds: [[UInt8]]

    private var issueCount: Int { starts.count - 1 }

    /// - Parameters:
    ///   - starts: the first record of each issue, and the number of records.
    ///   - basis: the number of issues from which boundaries and common words are determined.
    init(table: FormTable, starts: [Int], basis: Int, stemmer: consuming Stemmer) {
        self.table = table
        self.starts = starts
        basisRecords = starts[basis]
        let order = (0..<table.count).sorted { table.bytes($0).lexicographicallyPrecedes(table.bytes($1)) }
        var stems: [[UInt8]: Int] = [:]
        for index in order {
            let stem = stemmer.stem(Array(table.bytes(index)))
            let number = stems[stem] ?? stems.count
            stems[stem] = number
            let inBasis = Self.position(of: basisRecords, in: table.postings[index])
            forms.append(Form(index: index, stem: number, inBasis: inBasis))
        }
        let size = forms.reduce(0) { $0 + $1.inBasis }
        var finest = 1
        while finest < Self.mostShards, size / (finest * 2) >= Self.smallestShard { finest *= 2 }
        self.finest = finest
        bounds =
            ShardBoundaries(forms.map { (table.bytes($0.index), $0.stem, $0.inBasis) }, count: finest).bounds
        var shard = 0
        for position in forms.indices {
            while shard + 1 < bounds.count,
                !table.bytes(forms[position].index).lexicographicallyPrecedes(bounds[shard + 1])
            {
                shard += 1
            }
            forms[position].shard = shard
        }
    }

    private static let mostShards = 512
    /// The minimum size of a shard, in postings.
    private static let smallestShard = 600

    /// The first position in postings whose record isn't before a given record.
    private static func position(of record: Int, in postings: [UInt32]) -> Int {
        var (low, high) = (0, postings.count)
        while low < high {
            let middle = (low + high) / 2
            if Int(postings[middle] >> 3) < record { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The words that more than one in `part` records of the basis have, the most frequent first.
    func commonWords(oneIn part: Int) -> [String] {
        let least = max(Self.leastCommon, basisRecords / part)
        return forms.filter { $0.inBasis > least && !isFilter($0) }
            .sorted { ($1.inBasis, $0.index) < ($0.inBasis, $1.index) }
            .map { String(decoding: table.bytes($0.index), as: UTF8.self) }
    }

    /// The number of records below which no word is common.
    private static let leastCommon = 500

    private func isFilter(_ form: Form) -> Bool {
        table.bytes(form.index).first == UInt8(ascii: "@")
    }

    // MARK: Levels

    /// Each level with its shards' bytes, the largest first.
    func levels() -> [(level: UpdateLevel, shards: [[UInt8]])] {
        var written = [Int](repeating: 0, count: bounds.count)
        var recent = [Int](repeating: 0, count: bounds.count)
        for form in forms { recent[form.shard] += min(form.inBasis, Self.certain) }
        return UpdateLevel.levels(shards: finest, recent: recent).map { level in
            let count = level.position(of: bounds.count - 1) + 1
            let ends = bounds.indices.map {
                max(written[$0], starts[min(issueCount, level.point(of: $0, issues: issueCount))])
            }
            var shards: [[UInt8]] = []
            var position = 0
            for shard in 0..<count {
                let start = position
                while position < forms.count, level.position(of: forms[position].shard) == shard { position += 1 }
                shards.append(self.shard(forms[start..<position], from: written, to: ends))
            }
            written = ends
            return (level, shards)
        }
    }

    /// The number of records of the basis from which the last few issues are assumed to have a form.
    private static let certain = 33

    private func shard(_ forms: ArraySlice<Form>, from starts: [Int], to ends: [Int]) -> [UInt8] {
        struct Key: Hashable {
            var shard: Int
            var stem: Int
        }
        var groups: [Key: Int] = [:]
        var lists: [[UInt32]] = []
        var written: [(form: Int, group: Int)] = []
        for form in forms where starts[form.shard] < ends[form.shard] {
            let postings = table.postings[form.index]
            let range =
                Self.position(of: starts[form.shard], in: postings)..<Self.position(of: ends[form.shard], in: postings)
            guard !range.isEmpty else { continue }
            let key = Key(shard: form.shard, stem: form.stem)
            if let group = groups[key] {
                lists[group] = Self.merged(lists[group], postings[range])
                written.append((form.index, group))
            } else {
                groups[key] = lists.count
                written.append((form.index, lists.count))
                lists.append(Array(postings[range]))
            }
        }
        guard let base = lists.compactMap({ $0.first.map { Int($0 >> 3) } }).min() else { return [] }
        var writer = ShardWriter()
        writer.add(base)
        writer.add(written.count)
        var known = 0
        for (form, group) in written {
            writer.add(form: table.bytes(form))
            // Most forms begin a group, and the same byte over and over is cheap.
            writer.add(known - group)
            if group == known { known += 1 }
        }
        let encoded = lists.map { ShardWriter.postings($0, base: base) }
        writer.add(encoded.count)
        for bytes in encoded { writer.add(bytes.count) }
        for bytes in encoded { writer.append(bytes) }
        return writer.bytes
    }

    /// Merges two lists; a record in both lists gets the greater code.
    private static func merged(_ first: [UInt32], _ second: ArraySlice<UInt32>) -> [UInt32] {
        var merged: [UInt32] = []
        merged.reserveCapacity(first.count + second.count)
        for posting in (first + second).sorted() {
            if let last = merged.last, last >> 3 == posting >> 3 {
                merged[merged.count - 1] = posting
            } else {
                merged.append(posting)
            }
        }
        return merged
    }

    // MARK: Spelling

    /// The spelling lists, one for each first letter; all other characters share the list `*`.
    func spelling() -> [(letter: String, list: [UInt8])] {
        var period = 1
        while period < 32, period * 16 <= issueCount { period *= 2 }
        var lists: [[Form]] = Array(repeating: [], count: 27)
        for form in forms where SpellingList.holds(table.bytes(form.index)) {
            lists[SpellingList.number(of: table.bytes(form.index))].append(form)
        }
        return lists.enumerated().compactMap { number, forms in
            let past = (issueCount - number) % period
            let end = starts[max(0, issueCount - (past < 0 ? past + period : past))]
            let counted = forms.map { ($0, Self.position(of: end, in: table.postings[$0.index])) }.filter { $0.1 > 0 }
            guard !counted.isEmpty else { return nil }
            var writer = ShardWriter()
            writer.add(counted.count)
            for (form, count) in counted {
                writer.add(form: table.bytes(form.index))
                writer.add(Int.bitWidth - count.leadingZeroBitCount)
            }
            return (SpellingList.letter(number), writer.bytes)
        }
    }
}
