internal import Markdown
internal import Newsletter

/// What the last issue says of days that are still to come: events, and calls for speakers that are open.
struct CarriedOver {
    /// A region's heading as written, without its line end, and its entries' lines.
    struct Region {
        var title: String
        var heading: String
        var entries: [Item]
    }

    /// An entry's lines as they stood.
    struct Item {
        var text: String
        var entry: Entry
    }

    var regions: [Region] = []
    var calls: [(section: String, item: Item)] = []

    /// - Parameters:
    ///   - date: the next issue's day.
    ///   - days: how long the list of events is; one that begins later has time.
    init(from last: WorkingDraft, to date: CalendarDate, days: Int) {
        let end = date.adding(days: days) ?? date
        for section in last.issue.sections {
            let events = section.entries.filter { entry in
                guard case .event(let event) = entry.content else { return false }
                return (event.end ?? event.start) >= date && event.start <= end
            }
            if section.kind == .events, !events.isEmpty {
                regions.append(
                    Region(
                        title: section.title, heading: Self.heading(of: section, in: last),
                        entries: events.map { Item(text: last.lines(of: $0), entry: $0) }))
            }
            for entry in section.entries {
                guard case .callForParticipation(let call) = entry.content, call.kind == .event,
                    let closes = call.closes, closes >= date
                else { continue }
                calls.append((section.title, Item(text: last.lines(of: entry), entry: entry)))
            }
        }
    }

    /// All regions as Markdown, without a line end behind the last event.
    func markdown(level: Int?) -> String {
        regions.map { region in
            let hashes = region.heading.prefix { $0 == "#" }.count
            let heading = String(repeating: "#", count: level ?? hashes) + region.heading.dropFirst(hashes)
            return "\(heading)\n\n" + region.entries.map(\.text).joined()
        }.joined(separator: "\n").trimmingNewlines
    }

    private static func heading(of section: Section, in draft: WorkingDraft) -> String {
        let start = section.range.bytes.lowerBound
        let line = draft.bytes[start...].prefix { $0 != 0x0A && $0 != 0x0D }
        let text = String(decoding: line, as: UTF8.self)
        return text.hasPrefix("#") ? text : String(repeating: "#", count: section.level) + " " + section.title
    }
}

extension WorkingDraft {
    /// The whole lines of an entry, the last one with its end.
    func lines(of entry: Entry) -> String {
        let source = source
        let start = source.lineStarts[entry.range.start.line - 1]
        let end = entry.range.end.line < source.lineStarts.count ? source.lineStarts[entry.range.end.line] : bytes.count
        let text = String(decoding: bytes[start..<end], as: UTF8.self)
        return text.utf8.last == 0x0A ? text : text + "\n"
    }
}

extension String {
    fileprivate var trimmingNewlines: String {
        var text = self
        while text.utf8.last == 0x0A { text.removeLast() }
        return text
    }
}
