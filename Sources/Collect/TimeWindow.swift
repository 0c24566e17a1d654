/// A half-open span of time, so that a moment between two windows belongs to one of them only.
package struct TimeWindow: Hashable, Sendable {
    /// The first second of the window, in seconds since 1970.
    package var since: Int
    /// The first second after the window, in seconds since 1970.
    package var until: Int

    package init(since: Int, until: Int) {
        (self.since, self.until) = (since, until)
    }

    package func contains(_ time: Int) -> Bool { since <= time && time < until }

    /// The window divided into windows of at most a day, in order.
    package var days: [TimeWindow] { pieces(of: 86_400) }

    /// The window divided into windows of at most `length` seconds, in order.
    package func pieces(of length: Int) -> [TimeWindow] {
        stride(from: since, to: until, by: length).map { TimeWindow(since: $0, until: min($0 + length, until)) }
    }

    /// The two halves of the window; nil if it is only a second long.
    package var halves: (TimeWindow, TimeWindow)? {
        guard until - since > 1 else { return nil }
        let middle = since + (until - since) / 2
        return (TimeWindow(since: since, until: middle), TimeWindow(since: middle, until: until))
    }
}
