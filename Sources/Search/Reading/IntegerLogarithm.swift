/// Computes logarithms in 64ths of a bit, with integers only, so that all engines have the same results.
enum IntegerLogarithm {
    /// - Parameter number: at least 1.
    static func log(_ number: Int) -> Int {
        let bits = Int.bitWidth - 1 - number.leadingZeroBitCount
        return 64 * bits + ((number * 64) >> bits) - 64
    }

    /// The weight of a word that occurs in `records` of `all` records.
    static func inverseFrequency(_ records: Int, of all: Int) -> Int { max(1, log(max(1, all)) - log(max(1, records))) }
}
