/// Finds the records of words, with the score that each word adds to a record.
struct WordLists {
    let manifest: SearchManifest
    let container: SearchContainer

    /// Pairs of a record and a value, as `record << 32 | value`, sorted by record.
    typealias List = [UInt64]

    /// - Returns: an empty list for a word that isn't in the archive.
    func list(of word: SearchQuery.Word, corrects: Bool = true) -> List {
        var postings: [UInt32] = []
        exact(word.text, into: &postings)
        var list = values(postings, isHalved: false)
        if word.isPrefix || list.isEmpty {
            list = Self.merged(list, values(prefixed(word.text), isHalved: true))
        }
        if corrects, list.isEmpty, word.text.count >= 5 {
            for form in corrections(of: word.text) {
                postings.removeAll(keepingCapacity: true)
                exact(form, into: &postings)
                list = Self.merged(list, values(postings, isHalved: true))
            }
        }
        return list
    }

    /// Adds the postings of a form in all levels.
    func exact(_ form: [UInt8], into postings: inout [UInt32]) {
        let shard = shard(of: form)
        for level in manifest.levels.indices {
            read(level, position: manifest.levels[level].position(of: shard)) { $0.exact(form, into: &postings) }
        }
    }

    /// The maximum number of finest shards that are read for a prefix.
    private static let mostShardsOfPrefix = 6

    private func prefixed(_ prefix: [UInt8]) -> [UInt32] {
        let first = shard(of: prefix)
        let last = shard(of: prefix + [0xFF])
        guard last - first < Self.mostShardsOfPrefix else { return [] }
        var postings: [UInt32] = []
        for (index, level) in manifest.levels.enumerated() {
            for position in level.position(of: first)...level.position(of: last) {
                read(index, position: position) { $0.prefixed(prefix, into: &postings) }
            }
        }
        postings.sort()
        var unique: [UInt32] = []
        for posting in postings {
            if let last = unique.last, last >> 3 == posting >> 3 {
                unique[unique.count - 1] = posting
            } else {
                unique.append(posting)
            }
        }
        return unique
    }

    private func values(_ postings: [UInt32], isHalved: Bool) -> List {
        let frequency = IntegerLogarithm.inverseFrequency(postings.count, of: manifest.records)
        let values = manifest.weights.map { UInt64(isHalved ? frequency * $0 / 2 : frequency * $0) }
        return postings.map { UInt64($0 >> 3) << 32 | values[Int($0 & 7)] }
    }

    /// Merges two lists; a record in both lists gets the greater value.
    private static func merged(_ first: List, _ second: List) -> List {
        if first.isEmpty { return second }
        if second.isEmpty { return first }
        var merged: List = []
        for entry in (first + second).sorted() {
            if let last = merged.last, last >> 32 == entry >> 32 {
                merged[merged.count - 1] = entry
            } else {
                merged.append(entry)
            }
        }
        return merged
    }

    // MARK: Shards

    private func shard(of form: [UInt8]) -> Int {
        var (low, high) = (1, manifest.bounds.count)
        while low < high {
            let middle = (low + high) / 2
            if form.lexicographicallyPrecedes(manifest.bounds[middle]) { high = middle } else { low = middle + 1 }
        }
        return low - 1
    }

    private func read(_ level: Int, position: Int, _ body: (ShardReader) -> Void) {
        guard let name = SearchFileName.name(.terms, position: position, in: manifest.levels[level].names) else {
            return
        }
        container.withFile(name) { body(ShardReader($0)) }
    }

    // MARK: Spelling

    private func corrections(of word: [UInt8]) -> [[UInt8]] {
        let letter = SpellingList.letter(SpellingList.number(of: word[...]))
        guard let name = manifest.spelling.first(where: { $0.letter == letter })?.name else { return [] }
        let letters = Self.scalars(word)
        let limit = letters.count >= 9 ? 2 : 1
        var found: [(distance: Int, size: Int, form: [UInt8])] = []
        container.withFile(SearchFileName.name(.spelling, hash: name, index: 0)) { bytes in
            var cursor = ByteCursor(bytes)
            var form: [UInt8] = []
            for _ in 0..<cursor.number() {
                let shared = cursor.number()
                let rest = cursor.take(cursor.number())
                let size = cursor.number()
                guard !cursor.hasFailed, shared <= form.count else { return }
                form.removeSubrange(shared...)
                form.append(contentsOf: bytes[rest])
                guard abs(form.count - word.count) <= limit * 3, form != word else { continue }
                let distance = EditDistance.distance(letters, Self.scalars(form), limit: limit)
                if distance <= limit { found.append((distance, size, form)) }
            }
        }
        return found.sorted {
            if $0.distance != $1.distance { return $0.distance < $1.distance }
            if $0.size != $1.size { return $0.size > $1.size }
            return $0.form.lexicographicallyPrecedes($1.form)
        }.prefix(3).map(\.form)
    }

    private static func scalars(_ bytes: [UInt8]) -> [UInt32] {
        if bytes.allSatisfy({ $0 < 0x80 }) { return bytes.map(UInt32.init) }
        return String(decoding: bytes, as: UTF8.self).unicodeScalars.map(\.value)
    }
}
