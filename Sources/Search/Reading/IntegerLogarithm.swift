/// Logarithms that every engine computes alike, in 64ths of a bit.
enum IntegerLogarithm {
    /// - Parameter number: at least 1.
    static func log(_ number: Int) -> Int {
        let bits = Int.bitWidth - 1 - number.leadingZeroBitCount
        return 64 * bits + ((number * 64) >> bits) - 64
    }

    /// How much a word tells that is in `records` of `all`.
    static func inverseFrequency(_ records: Int, of all: Int) -> Int { max(1, log(max(1, all)) - log(max(1, records))) }
}
