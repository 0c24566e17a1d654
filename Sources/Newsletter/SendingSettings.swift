/// A publication's settings for sending issues, as `mail: sending:` describes them.
package struct SendingSettings: Hashable, Sendable {
    /// The greatest speed; nil for no limit.
    package var rate: SendingRate?
    /// The greatest speed to some receiving domains.
    package var domains: [String: SendingRate] = [:]
    /// The log of a Postfix on this machine; nil if the mail server can't be queried.
    package var log: String?
    /// Whether a message that may have been sent is sent again where no log can be read.
    package var repeatsUncertain = false

    package init() {}
}

/// A number of messages in a time.
package struct SendingRate: Hashable, Sendable, CustomStringConvertible {
    package var count: Int
    /// In seconds.
    package var period: Int

    /// Reads `100/s`, `1000/min` or `20000/h`; nil for anything else.
    package init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        let periods = ["s": 1, "min": 60, "h": 3600]
        guard parts.count == 2, let count = Int(parts[0]), 1...1_000_000 ~= count,
            let period = periods[String(parts[1])]
        else { return nil }
        self.count = count
        self.period = period
    }

    package var description: String { "\(count)/\(period == 1 ? "s" : period == 60 ? "min" : "h")" }
}
