internal import Markdown
internal import Newsletter
internal import Text

/// The entries of the last issue that are still in the future: events, and open calls for speakers.
struct CarriedOver {
    /// A region with its events in order.
    struct Region {
        var title: String
        /// The heading's line without its line end; nil for the heading that contains all regions.
        var heading: String?
        var events: [Item]
    }

    /// The lines of an entry, unchanged.
    struct Item {
        var text: String
        var entry: Entry
    }

    private(set) var regions: [Region] = []
    private(set) var calls: [(section: String, item: Item)] = []

    /// - Parameters:
    ///   - date: the next issue's date.
    ///   - days: how many days the list of events covers; later events aren't carried over.
    ///   - order: the publication's regions.
    init(from last: WorkingDraft, to date: CalendarDate, days: Int, order: [String]) {
        let end = date.adding(days: days) ?? date
        let parentSection = last.issue.sections.firstIndex { $0.kind == .events }
        for (index, section) in last.issue.sections.enumerated() {
            let events = section.entries.compactMap { entry -> (order: EventOrder, item: Item)? in
                guard case .event(let event) = entry.content, (event.end ?? event.start) >= date, event.start <= end
                else { return nil }
                return (EventOrder(event), Item(text: last.outdentedLines(of: entry), entry: entry))
            }
            if !events.isEmpty {
                let sorted = events.enumerated().sorted {
                    ($0.element.order, $0.offset) < ($1.element.order, $1.offset)
                }
                regions.append(
                    Region(
                        title: section.title, heading: index == parentSection ? nil : last.headingLine(of: section),
                        events: sorted.map(\.element.item)))
            }
            for entry in section.entries {
                guard case .callForParticipation(let call) = entry.content, call.kind == .event,
                    let closes = call.closes, closes >= date
                else { continue }
                calls.append((section.title, Item(text: last.outdentedLines(of: entry), entry: entry)))
            }
        }
        let order = RegionOrder(order)
        regions = regions.enumerated().sorted { left, right in
            if left.element.heading == nil || right.element.heading == nil { return left.offset < right.offset }
            if order.precedes(left.element.title, right.element.title) { return true }
            return !order.precedes(right.element.title, left.element.title) && left.offset < right.offset
        }.map(\.element)
    }

    /// All regions as Markdown, without a line end after the last event.
    var markdown: String {
        var text = regions.map { region in
            (region.heading.map { "\($0)\n\n" } ?? "") + region.events.map(\.text).joined()
        }.joined(separator: "\n")
        while text.utf8.last == 0x0A { text.removeLast() }
        return text
    }
}

extension WorkingDraft {
    /// The line of a section's heading, without its line end.
    func headingLine(of section: Section) -> String {
        let line = bytes[section.range.bytes.lowerBound...].prefix { $0 != 0x0A && $0 != 0x0D }
        let text = String(decoding: line, as: UTF8.self)
        return text.hasPrefix("#") ? text : String(repeating: "#", count: section.level) + " " + section.title
    }
}
