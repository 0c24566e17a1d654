internal import Context

/// Divides forms and their postings among shards, levels and spelling lists.
struct TermWriter: Sendable {
    private struct Form: Sendable {
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
        var stems = FormList()
        forms.reserveCapacity(table.forms.count)
        for index in table.forms.sorted {
            let stem = table.forms.bytes(index).withUnsafeBufferPointer { word in
                stemmer.withStem(of: word) { stems.index(of: $0) }
            }
            let inBasis = Self.before(basisRecords, in: table.postings(index)).count
            forms.append(Form(index: index, stem: stem, inBasis: inBasis))
        }
        let size = forms.reduce(0) { $0 + $1.inBasis }
        var finest = 1
        while finest < Self.mostShards, size / (finest * 2) >= Self.smallestShard { finest *= 2 }
        self.finest = finest
        bounds =
            ShardBoundaries(forms.map { (table.forms.bytes($0.index), $0.stem, $0.inBasis) }, count: finest).bounds
        var shard = 0
        for position in forms.indices {
            while shard + 1 < bounds.count,
                !table.forms.bytes(forms[position].index).lexicographicallyPrecedes(bounds[shard + 1])
            {
                shard += 1
            }
            forms[position].shard = shard
        }
    }

    private static let mostShards = 512
    /// The minimum size of a shard, in postings.
    private static let smallestShard = 600

    /// The postings of the records before a given one.
    private static func before(_ record: Int, in postings: ArraySlice<UInt32>) -> ArraySlice<UInt32> {
        var (low, high) = (postings.startIndex, postings.endIndex)
        while low < high {
            let middle = (low + high) / 2
            if Int(postings[middle] >> 3) < record { low = middle + 1 } else { high = middle }
        }
        return postings[..<low]
    }

    /// The words that more than one in `part` records of the basis have, the most frequent first.
    func commonWords(oneIn part: Int) -> [String] {
        let least = max(Self.leastCommon, basisRecords / part)
        return forms.filter { $0.inBasis > least && !isFilter($0) }
            .sorted { ($1.inBasis, $0.index) < ($0.inBasis, $1.index) }
            .map { String(decoding: table.forms.bytes($0.index), as: UTF8.self) }
    }

    /// The number of records below which no word is common.
    private static let leastCommon = 500

    private func isFilter(_ form: Form) -> Bool {
        table.forms.bytes(form.index).first == UInt8(ascii: "@")
    }

    // MARK: Levels

    /// A shard that is to be written: its forms, and for each of the finest shards the records.
    private struct Shard: Sendable {
        var level: Int
        var forms: Range<Int>
        var starts: [Int]
        var ends: [Int]
    }

    /// Each level with its shards' bytes, the largest first.
    func levels(jobs: Int) async -> [(level: UpdateLevel, shards: [[UInt8]])] {
        var recent = [Int](repeating: 0, count: bounds.count)
        for form in forms { recent[form.shard] += min(form.inBasis, Self.certain) }
        let levels = UpdateLevel.levels(shards: finest, recent: recent)
        var written = [Int](repeating: 0, count: bounds.count)
        var shards: [Shard] = []
        for (number, level) in levels.enumerated() {
            let ends = bounds.indices.map {
                max(written[$0], starts[min(issueCount, level.point(of: $0, issues: issueCount))])
            }
            var position = 0
            for shard in 0...level.position(of: bounds.count - 1) {
                let start = position
                while position < forms.count, level.position(of: forms[position].shard) == shard { position += 1 }
                shards.append(Shard(level: number, forms: start..<position, starts: written, ends: ends))
            }
            written = ends
        }
        let bytes = await Window.map(shards, jobs: jobs) { self.bytes(of: $0) }
        return levels.enumerated().map { number, level in
            (level, zip(shards, bytes).filter { $0.0.level == number }.map(\.1))
        }
    }

    /// The number of records of the basis from which the last few issues are assumed to have a form.
    private static let certain = 33

    private func bytes(of shard: Shard) -> [UInt8] {
        struct Key: Hashable {
            var shard: Int
            var stem: Int
        }
        var groups: [Key: Int] = [:]
        var lists: [[UInt32]] = []
        var written: [(form: Int, group: Int)] = []
        for form in forms[shard.forms] where shard.starts[form.shard] < shard.ends[form.shard] {
            let postings = Self.before(shard.ends[form.shard], in: table.postings(form.index))
            let new = postings[Self.before(shard.starts[form.shard], in: postings).endIndex...]
            guard !new.isEmpty else { continue }
            let key = Key(shard: form.shard, stem: form.stem)
            if let group = groups[key] {
                lists[group] = Self.merged(lists[group], new)
                written.append((form.index, group))
            } else {
                groups[key] = lists.count
                written.append((form.index, lists.count))
                lists.append(Array(new))
            }
        }
        guard let base = lists.compactMap({ $0.first.map { Int($0 >> 3) } }).min() else { return [] }
        var writer = ShardWriter()
        writer.add(base)
        writer.add(written.count)
        var known = 0
        for (form, group) in written {
            writer.add(form: table.forms.bytes(form))
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
        for form in forms where SpellingList.holds(table.forms.bytes(form.index)) {
            lists[SpellingList.number(of: table.forms.bytes(form.index))].append(form)
        }
        return lists.enumerated().compactMap { number, forms in
            let past = (issueCount - number) % period
            let end = starts[max(0, issueCount - (past < 0 ? past + period : past))]
            let counted = forms.map { ($0, Self.before(end, in: table.postings($0.index)).count) }.filter { $0.1 > 0 }
            guard !counted.isEmpty else { return nil }
            var writer = ShardWriter()
            writer.add(counted.count)
            for (form, count) in counted {
                writer.add(form: table.forms.bytes(form.index))
                writer.add(Int.bitWidth - count.leadingZeroBitCount)
            }
            return (SpellingList.letter(number), writer.bytes)
        }
    }
}
