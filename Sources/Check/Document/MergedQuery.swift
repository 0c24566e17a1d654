internal import Newsletter
internal import Text

/// A link that searches a forge for pull requests that were merged between two dates.
struct MergedQuery {
    /// The range of the two dates.
    var range: Range<Int>
    var start: CalendarDate?
    var end: CalendarDate?
    /// The range of the whole URL.
    var url: Range<Int>

    static func all(in destinations: [Link], _ bytes: [UInt8]) -> [MergedQuery] {
        destinations.compactMap { link in
            let escaped = bytes.first("merged%3A", in: link.url).map { $0 + 9 }
            guard let start = escaped ?? bytes.first("merged:", in: link.url).map({ $0 + 7 }) else { return nil }
            let days = DateScanner.isoDates(bytes, start..<min(link.url.upperBound, start + 22))
            guard let first = days.first, first.range.lowerBound == start, bytes.has("..", at: first.range.upperBound),
                days.count == 2
            else { return nil }
            return MergedQuery(
                range: start..<days[1].range.upperBound, start: first.date, end: days[1].date, url: link.url)
        }
    }
}
