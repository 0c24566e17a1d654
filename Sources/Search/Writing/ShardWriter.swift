/// Writes shards of terms and lists of spelling in bytes (`FORMAT.md`, Terms).
struct ShardWriter {
    private(set) var bytes: [UInt8] = []
    private var last: ArraySlice<UInt8> = []

    mutating func add(_ number: Int) {
        var rest = UInt(number)
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    /// - Parameter form: a form that is greater than the previous one, compared by bytes.
    mutating func add(form: ArraySlice<UInt8>) {
        var shared = 0
        while shared < min(form.count, last.count),
            form[form.startIndex + shared] == last[last.startIndex + shared]
        {
            shared += 1
        }
        add(shared)
        add(form.count - shared)
        bytes += form.dropFirst(shared)
        last = form
    }

    /// The encoded postings of a group, from `record << 3 | code`, sorted by record.
    static func postings(_ list: [UInt32], base: Int) -> [UInt8] {
        var writer = ShardWriter()
        var record = base
        for posting in list {
            let next = Int(posting >> 3)
            writer.add((next - record) << 3 | Int(posting & 7))
            record = next
        }
        return writer.bytes
    }

    mutating func append(_ other: [UInt8]) { bytes += other }
}
