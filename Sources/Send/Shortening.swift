/// Finds how much of an issue fits into a mail.
///
/// Gmail cuts off a message whose HTML has more than about 102 KB in its transfer encoding.
package enum Shortening {
    /// In bytes of the encoded HTML part.
    package static let limit = 95_000

    /// The largest number of parts whose mail isn't longer than the limit; 0 if even the first is too long.
    ///
    /// - Parameters:
    ///   - count: how many parts there are.
    ///   - html: the HTML of a mail with some of the parts.
    package static func parts(of count: Int, limit: Int = Self.limit, html: (_ parts: Int) -> [UInt8]) -> Int {
        func fits(_ parts: Int) -> Bool { QuotedPrintable.encoded(html(parts)).count <= limit }
        guard count > 0, !fits(count) else { return count }
        var (low, high) = (0, count - 1)
        while low < high {
            let middle = (low + high + 1) / 2
            if fits(middle) { low = middle } else { high = middle - 1 }
        }
        return low
    }
}
