/// Reads one shard of terms (`FORMAT.md`, Terms).
struct ShardReader {
    private let bytes: UnsafeRawBufferPointer
    private let base: Int
    private let formCount: Int
    private let formsStart: Int

    init(_ bytes: UnsafeRawBufferPointer) {
        self.bytes = bytes
        var cursor = ByteCursor(bytes)
        base = cursor.number()
        formCount = bytes.isEmpty ? 0 : cursor.number()
        formsStart = cursor.position
    }

    /// The group of a form, and the offset after all forms.
    private func group(of form: [UInt8]) -> Int? {
        var cursor = ByteCursor(bytes, at: formsStart)
        // How many bytes of `form` the last form in the shard has in common with it.
        var matched = 0
        var known = 0
        for _ in 0..<formCount {
            let shared = cursor.number()
            let rest = cursor.take(cursor.number())
            let group = known - cursor.number()
            if group == known { known += 1 }
            if cursor.hasFailed || shared < matched { return nil }
            guard shared == matched else { continue }
            var index = rest.lowerBound
            while index < rest.upperBound, matched < form.count, bytes[index] == form[matched] {
                index += 1
                matched += 1
            }
            if index == rest.upperBound {
                if matched == form.count { return group }
            } else if matched == form.count || bytes[index] > form[matched] {
                return nil
            }
        }
        return nil
    }

    /// Adds the postings of a form's group, `record << 3 | code`.
    func exact(_ form: [UInt8], into postings: inout [UInt32]) {
        if let group = group(of: form) { decode([group], into: &postings) }
    }

    /// Adds the postings of the groups that have a form with a prefix, except the form's own group.
    func prefixed(_ prefix: [UInt8], into postings: inout [UInt32]) {
        let own = group(of: prefix)
        var cursor = ByteCursor(bytes, at: formsStart)
        var form: [UInt8] = []
        var groups: Set<Int> = []
        var known = 0
        for _ in 0..<formCount {
            let shared = cursor.number()
            let rest = cursor.take(cursor.number())
            let group = known - cursor.number()
            if group == known { known += 1 }
            guard !cursor.hasFailed, shared <= form.count else { return }
            form.removeSubrange(shared...)
            form.append(contentsOf: bytes[rest])
            if form.starts(with: prefix) {
                groups.insert(group)
            } else if prefix.lexicographicallyPrecedes(form) {
                break
            }
        }
        if let own { groups.remove(own) }
        decode(groups.sorted(), into: &postings)
    }

    private func decode(_ groups: [Int], into postings: inout [UInt32]) {
        guard !groups.isEmpty else { return }
        var cursor = ByteCursor(bytes, at: formsStart)
        for _ in 0..<formCount {
            _ = cursor.number()
            _ = cursor.take(cursor.number())
            _ = cursor.number()
        }
        let count = cursor.number()
        guard !cursor.hasFailed, count <= bytes.count else { return }
        var ranges: [(start: Int, length: Int)] = []
        var start = 0
        var next = 0
        for group in 0..<count {
            let length = cursor.number()
            if next < groups.count, groups[next] == group {
                ranges.append((start, length))
                next += 1
            }
            start += length
        }
        let origin = cursor.position
        for range in ranges {
            var list = ByteCursor(bytes, at: origin + range.start)
            var record = base
            while list.position < origin + range.start + range.length, !list.hasFailed {
                let number = list.number()
                record += number >> 3
                postings.append(UInt32(truncatingIfNeeded: record << 3 | number & 7))
            }
        }
    }
}
