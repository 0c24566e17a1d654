/// The first form of each shard of terms.
struct ShardBoundaries {
    /// The boundaries, of which the first is below every form.
    private(set) var bounds: [[UInt8]] = [[UInt8(ascii: "!")]]

    /// - Parameters:
    ///   - forms: the sorted forms, each with its stem and the number of records of the basis that have it.
    ///   - count: the intended number of shards.
    init(_ forms: [(form: ArraySlice<UInt8>, stem: Int, records: Int)], count: Int) {
        func size(_ index: Int) -> Int { forms[index].records == 0 ? 0 : forms[index].records * 3 / 2 + 8 }
        var rest = forms.indices.reduce(0) { $0 + size($1) }
        var filled = 0
        for index in forms.indices.dropFirst() {
            filled += size(index - 1)
            guard bounds.count < count else { break }
            let target = max(1, rest / (count - bounds.count + 1))
            // What is large enough for a shard has one to itself.
            let isFull = filled + size(index) / 2 > target && filled > target / 4
            guard isFull, forms[index].stem != forms[index - 1].stem else { continue }
            let shared = Self.shared(forms[index - 1].form, forms[index].form)
            // Words of one family stay together, so that a prefix of theirs is in one shard.
            guard shared < 5 || filled > target * 2 else { continue }
            bounds.append(Array(forms[index].form.prefix(shared + 1)))
            rest -= filled
            filled = 0
        }
    }

    private static func shared(_ first: ArraySlice<UInt8>, _ second: ArraySlice<UInt8>) -> Int {
        zip(first, second).prefix { $0 == $1 }.count
    }
}
