/// Numbers forms in the order in which they are first seen.
struct FormList: Sendable {
    private var arena: [UInt8] = []
    private var ends: [Int] = []
    /// The hash table with open addressing: the index of a form plus one, or 0 for a free slot.
    private var slots = [UInt32](repeating: 0, count: 1 << 12)

    var count: Int { ends.count }

    func range(_ form: Int) -> Range<Int> { (form == 0 ? 0 : ends[form - 1])..<ends[form] }

    func bytes(_ form: Int) -> ArraySlice<UInt8> { arena[range(form)] }

    /// The number of a form, which is added unless it is known.
    mutating func index(of bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var slot = Int(truncatingIfNeeded: Self.hash(bytes)) & (slots.count - 1)
        while slots[slot] > 0 {
            let known = Int(slots[slot]) - 1
            if isForm(known, bytes) { return known }
            slot = (slot + 1) & (slots.count - 1)
        }
        arena.append(contentsOf: bytes)
        ends.append(arena.count)
        slots[slot] = UInt32(ends.count)
        if ends.count * 2 > slots.count { grow() }
        return ends.count - 1
    }

    mutating func index(of bytes: ArraySlice<UInt8>) -> Int { bytes.withUnsafeBufferPointer { index(of: $0) } }

    /// The forms in the order of their bytes.
    var sorted: [Int] {
        // The first eight bytes as a number decide nearly all comparisons.
        var keys: [(key: UInt64, form: Int)] = []
        keys.reserveCapacity(count)
        for form in 0..<count {
            var key: UInt64 = 0
            let range = range(form)
            for offset in 0..<8 {
                key = key << 8 | (offset < range.count ? UInt64(arena[range.lowerBound + offset]) : 0)
            }
            keys.append((key, form))
        }
        keys.sort { first, second in
            if first.key != second.key { return first.key < second.key }
            return bytes(first.form).lexicographicallyPrecedes(bytes(second.form))
        }
        return keys.map(\.form)
    }

    private func isForm(_ form: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let range = range(form)
        guard range.count == bytes.count else { return false }
        for offset in 0..<bytes.count where arena[range.lowerBound + offset] != bytes[offset] { return false }
        return true
    }

    private mutating func grow() {
        slots = [UInt32](repeating: 0, count: slots.count * 2)
        for form in ends.indices {
            var slot = Int(truncatingIfNeeded: bytes(form).withUnsafeBufferPointer(Self.hash)) & (slots.count - 1)
            while slots[slot] > 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = UInt32(form + 1)
        }
    }

    /// The FNV-1a hash of a form.
    private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return hash ^ hash >> 29
    }
}
