/// A span of time, half open, so that what happens at a border belongs to one window only.
package struct TimeWindow: Hashable, Sendable {
    /// Seconds since 1970; the first second inside.
    package var since: Int
    /// Seconds since 1970; the first second behind it.
    package var until: Int

    package init(since: Int, until: Int) {
        (self.since, self.until) = (since, until)
    }

    package func contains(_ time: Int) -> Bool { since <= time && time < until }

    /// The windows of at most a day that it consists of, in order.
    package var days: [TimeWindow] { pieces(of: 86_400) }

    /// The windows of at most so many seconds that it consists of, in order.
    package func pieces(of length: Int) -> [TimeWindow] {
        stride(from: since, to: until, by: length).map { TimeWindow(since: $0, until: min($0 + length, until)) }
    }

    /// Its two halves; nil where a second is left.
    package var halves: (TimeWindow, TimeWindow)? {
        guard until - since > 1 else { return nil }
        let middle = since + (until - since) / 2
        return (TimeWindow(since: since, until: middle), TimeWindow(since: middle, until: until))
    }
}
