@testable import Collect

/// The bytes are read as a calendar, and its series are expanded over four weeks.
struct FuzzCalendars: FuzzTarget {
    func test(_ bytes: [UInt8]) {
        let window = TimeWindow(since: 1_783_000_000, until: 1_783_000_000 + 28 * 86_400)
        guard let found = CalendarExpansion.found(in: bytes, window: window) else { return }
        if !found.occurrences.allSatisfy({ $0.overlaps(window) }) { fatalError("an event outside the window") }
    }
}
