/// Assigns numbers to forms, and keeps the records of each.
struct FormTable {
    private var arena: [UInt8] = []
    private var ends: [Int] = []
    /// The hash table with open addressing: the index of a form plus one, or 0 for a free slot.
    private var slots = [UInt32](repeating: 0, count: 1 << 12)
    /// The postings of each form, as `record << 3 | code`, sorted by record.
    private(set) var postings: [[UInt32]] = []

    var count: Int { ends.count }

    func range(_ form: Int) -> Range<Int> { (form == 0 ? 0 : ends[form - 1])..<ends[form] }

    func bytes(_ form: Int) -> ArraySlice<UInt8> { arena[range(form)] }

    mutating func index(of bytes: some RandomAccessCollection<UInt8>) -> Int {
        var slot = Int(truncatingIfNeeded: Self.hash(bytes)) & (slots.count - 1)
        while slots[slot] > 0 {
            let known = Int(slots[slot]) - 1
            if self.bytes(known).elementsEqual(bytes) { return known }
            slot = (slot + 1) & (slots.count - 1)
        }
        arena.append(contentsOf: bytes)
        ends.append(arena.count)
        postings.append([])
        slots[slot] = UInt32(ends.count)
        if ends.count * 2 > slots.count { grow() }
        return ends.count - 1
    }

    /// Adds a posting. Records must be added in order; if a record has several codes, the greatest is kept.
    mutating func add(_ form: Int, record: Int, code: Int) {
        if let last = postings[form].last, Int(last >> 3) == record {
            if Int(last & 7) < code { postings[form][postings[form].count - 1] = UInt32(record << 3 | code) }
        } else {
            postings[form].append(UInt32(record << 3 | code))
        }
    }

    private mutating func grow() {
        slots = [UInt32](repeating: 0, count: slots.count * 2)
        for form in ends.indices {
            var slot = Int(truncatingIfNeeded: Self.hash(bytes(form))) & (slots.count - 1)
            while slots[slot] > 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = UInt32(form + 1)
        }
    }

    /// The FNV-1a hash of a form.
    private static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return hash ^ hash >> 29
    }
}
