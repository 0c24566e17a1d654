/// A set of records, as one bit for each.
struct RecordSet {
    private var words: [UInt64]

    /// A set with all or none of some records.
    init(count: Int, holdsAll: Bool) {
        words = [UInt64](repeating: holdsAll ? .max : 0, count: (count + 63) / 64)
    }

    mutating func insert(_ record: Int) {
        guard record >> 6 < words.count else { return }
        words[record >> 6] |= 1 << UInt64(record & 63)
    }

    func contains(_ record: Int) -> Bool {
        record >> 6 < words.count && words[record >> 6] >> UInt64(record & 63) & 1 == 1
    }

    mutating func formIntersection(_ other: RecordSet) {
        for index in words.indices { words[index] &= other.words[index] }
    }

    mutating func subtract(_ other: RecordSet) {
        for index in words.indices { words[index] &= ~other.words[index] }
    }
}
