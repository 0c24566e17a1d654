internal import Text

/// The key of a record in the form of a timestamp identifier (https://atproto.com/specs/tid).
enum RecordKey {
    private static let letters = Array("234567abcdefghijklmnopqrstuvwxyz".utf8)

    /// The key for an issue, which is the same on every machine and in every attempt.
    ///
    /// - Parameter account: tells apart several posts about the same issue, such as in two languages.
    static func key(date: CalendarDate, number: Int, account: String) -> String {
        let microseconds = max(date.daysSince1970, 0) * 86_400_000_000 + max(number, 0) % 86_400_000_000
        let clock = Fingerprint(.text(account)).low & 1023
        return text((UInt64(microseconds) & (1 << 53 - 1)) << 10 | clock)
    }

    /// 13 letters: the first has the upper four bits, the others have five each.
    static func text(_ number: UInt64) -> String {
        String(decoding: (0..<13).map { letters[Int(number >> UInt64(60 - 5 * $0) & 31)] }, as: UTF8.self)
    }
}
