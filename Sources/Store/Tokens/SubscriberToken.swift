/// What a token in a link or in an envelope address says, once it is verified.
package struct SubscriberToken: Hashable, Sendable {
    /// What a token allows. One for another purpose never verifies.
    package enum Purpose: UInt8, CaseIterable, Sendable {
        /// Confirms a subscription; expires.
        case confirm = 1
        /// Ends a subscription; never expires.
        case unsubscribe = 2
        /// Attributes a bounce to a subscriber (VERP); never expires.
        case bounce = 3
    }

    package var subscriber: Int
    /// For `confirm`, when the token was made, in seconds since 1970; for the others, the number of the campaign, or 0.
    package var detail: Int

    package init(subscriber: Int, detail: Int = 0) {
        self.subscriber = subscriber
        self.detail = detail
    }

    /// Why a token isn't accepted.
    package enum Fault: Error, Hashable, Sendable {
        /// Altered, forged, cut off, or made for another purpose.
        case invalid
        case expired
    }

    // MARK: Bytes

    /// The purpose (1 byte), the key's number (2), the subscriber (5) and the detail (4), in network byte order.
    func bytes(_ purpose: Purpose, key: Int) -> [UInt8] {
        [purpose.rawValue] + Self.bytes(key, 2) + Self.bytes(subscriber, 5) + Self.bytes(detail, 4)
    }

    static let length = 12

    /// - Parameter bytes: at least ``length``.
    static func key(in bytes: [UInt8]) -> Int { number(bytes[1..<3]) }

    init(bytes: [UInt8]) {
        subscriber = Self.number(bytes[3..<8])
        detail = Self.number(bytes[8..<12])
    }

    private static func bytes(_ number: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * (count - 1 - $0))) }
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> Int { bytes.reduce(0) { $0 << 8 | Int($1) } }
}
