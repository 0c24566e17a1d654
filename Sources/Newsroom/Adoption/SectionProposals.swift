internal import Newsletter
internal import Settings
internal import Text

/// Proposes the kinds of sections by their content: lists of links, dated lines with places, quotations.
struct SectionProposals {
    private struct Seen {
        var heading: String
        var sections = 0
        /// How many sections of this heading look like a kind.
        var kinds: [SectionKind: Int] = [:]
    }

    private var seen: [String: Seen] = [:]
    private var issues = 0

    /// Counts the sections of an issue.
    mutating func add(_ text: String) {
        issues += 1
        var heading: String?
        var lines: [Substring] = []
        for line in text.split(omittingEmptySubsequences: true, whereSeparator: \.isNewline) {
            if line.hasPrefix("#"), let space = line.firstIndex(of: " "), line[..<space].allSatisfy({ $0 == "#" }) {
                close(heading, lines)
                heading = String(line[space...]).trimmedBlanks
                lines = []
            } else {
                lines.append(line)
            }
        }
        close(heading, lines)
    }

    private mutating func close(_ heading: String?, _ lines: [Substring]) {
        guard let heading, !heading.isEmpty else { return }
        let key = SectionName.key(heading)
        var entry = seen[key] ?? Seen(heading: heading)
        entry.sections += 1
        if let kind = Self.kind(of: lines) { entry.kinds[kind, default: 0] += 1 }
        seen[key] = entry
    }

    private static func kind(of lines: [Substring]) -> SectionKind? {
        let items = lines.filter(isItem)
        let quoted = lines.count { $0.hasPrefix(">") }
        if !lines.isEmpty, quoted * 2 > lines.count, items.isEmpty { return .quote }
        guard !items.isEmpty else { return nil }
        let dated = items.count { isDated($0) }
        if dated * 2 > items.count { return .events }
        let linked = items.count { $0.contains("](") || $0.contains("://") || $0.contains("][") }
        return linked * 2 > items.count ? .links : nil
    }

    private static func isItem(_ line: Substring) -> Bool {
        line.hasPrefix("* ") || line.hasPrefix("- ") || line.hasPrefix("+ ")
    }

    /// Whether an item begins with a date and names a place after it.
    private static func isDated(_ item: Substring) -> Bool {
        let text = item.drop { "*-+ _[".contains($0) }
        return CalendarDate(iso8601: text.prefix(10)) != nil
            && text.dropFirst(10).contains { $0 == "|" || $0 == "," || $0 == "(" }
    }

    /// The sections for the settings: the headings that repeat, by kind.
    var settings: SettingValue? {
        let repeated = seen.values.filter { $0.sections >= max(2, issues / 50) }
        var groups: [(kind: SectionKind, headings: [String])] = []
        for kind in [SectionKind.links, .events, .quote] {
            let headings = repeated.filter { entry in
                entry.kinds.max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }?.key == kind
                    && entry.kinds[kind, default: 0] * 2 >= entry.sections
            }.sorted { ($1.sections, $0.heading) < ($0.sections, $1.heading) }.map(\.heading)
            if !headings.isEmpty { groups.append((kind, headings)) }
        }
        guard !groups.isEmpty else { return nil }
        return .list(
            groups.map { group in
                .mapping([("kind", .text(group.kind.rawValue)), ("headings", .texts(group.headings))])
            })
    }
}
