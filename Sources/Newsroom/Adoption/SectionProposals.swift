internal import Newsletter
internal import Settings
internal import Text

/// Proposes the kinds of sections by their content: lists of links, dated lines with places, quotations.
struct SectionProposals {
    private struct Seen {
        var heading: String
        /// How many sections of this heading have a list or a quotation; prose says nothing about the kind.
        var sections = 0
        /// How many sections of this heading look like a kind.
        var kinds: [SectionKind: Int] = [:]
        /// How many items of lists are below this heading, and how many of them have a link.
        var items = (all: 0, linked: 0)
        /// The first lines of quotations; an introduction is the same in each issue.
        var quotations: Set<Substring> = []

        var repeatsItsQuotation: Bool {
            let count = kinds[.quote, default: 0]
            return count > 2 && quotations.count * 2 <= count
        }
    }

    private var seen: [String: Seen] = [:]
    private var dates = EventDateForms()
    /// The sections of the current issue that look like quotations.
    private var quoting: [String] = []

    /// Counts the sections of an issue.
    mutating func add(_ text: String) {
        var heading: String?
        var lines: [Substring] = []
        quoting = []
        for line in Self.body(of: text) {
            if line.hasPrefix("#"), let space = line.firstIndex(of: " "), line[..<space].allSatisfy({ $0 == "#" }) {
                close(heading, lines)
                heading = Self.plain(line[space...])
                lines = []
            } else {
                lines.append(line)
            }
        }
        close(heading, lines)
        // Where every section is a quotation, they are what people say about their news.
        guard quoting.count > Self.mostQuotations else { return }
        for key in quoting { seen[key]?.kinds[.quote, default: 0] -= 1 }
    }

    /// More sections with quotations than this aren't quotes of the week.
    private static let mostQuotations = 2

    private static let closing: [Character: Character] = ["(": ")", "[": "]"]

    /// A heading as readers see it: without the markup of links and emphasis, and without attributes at its end.
    private static func plain(_ heading: Substring) -> String {
        var text = String(heading).trimmedBlanks
        while text.hasSuffix("#") { text.removeLast() }
        text = text.trimmedBlanks
        if text.hasSuffix("}"), let open = text.lastIndex(of: "{"), "#.:".contains(text[text.index(after: open)]) {
            text = String(text[..<open])
        }
        var output = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "["), let close = rest[open...].firstIndex(of: "]") {
            let after = rest.index(after: close)
            let end = after < rest.endIndex ? Self.closing[rest[after]] : nil
            guard let end, let last = rest[after...].firstIndex(of: end) else {
                output += rest[...close]
                rest = rest[after...]
                continue
            }
            output += rest[..<open] + rest[rest.index(after: open)..<close]
            rest = rest[rest.index(after: last)...]
        }
        return (output + rest).filter { $0 != "*" && $0 != "`" }.trimmedBlanks
    }

    /// The lines without the header, whose lists aren't entries.
    private static func body(of text: String) -> ArraySlice<Substring> {
        let lines = text.split(omittingEmptySubsequences: true, whereSeparator: \.isNewline)
        guard let first = lines.first, first == "---" || first == "+++",
            let end = lines.dropFirst().firstIndex(of: first)
        else { return lines[...] }
        return lines[(end + 1)...]
    }

    private mutating func close(_ heading: String?, _ lines: [Substring]) {
        // What is before the first heading counts as a section without a name.
        let heading = heading ?? ""
        guard lines.contains(where: Self.isItem) || lines.contains(where: { $0.hasPrefix(">") }) else { return }
        let key = SectionName.key(heading)
        var entry = seen[key] ?? Seen(heading: heading)
        entry.sections += 1
        let items = lines.filter(Self.isItem)
        entry.items.all += items.count
        entry.items.linked += items.count(where: Self.isLinked)
        if let kind = Self.known[key] ?? kind(of: lines) {
            entry.kinds[kind, default: 0] += 1
            if kind == .quote {
                quoting.append(key)
                if let first = lines.first(where: { $0.hasPrefix(">") }) { entry.quotations.insert(first) }
            }
        }
        seen[key] = entry
    }

    /// Headings whose kind their content doesn't show.
    private static let known: [String: SectionKind] = [
        "call for participation": .participation, "calls for participation": .participation,
        "job": .jobs, "jobs": .jobs, "stellen": .jobs, "stellenangebote": .jobs, "empleo": .jobs,
        "ofertas de empleo": .jobs, "emploi": .jobs, "emplois": .jobs, "offres d'emploi": .jobs, "招聘": .jobs,
        "call for testing": .testing, "calls for testing": .testing,
    ]

    private mutating func kind(of lines: [Substring]) -> SectionKind? {
        let items = lines.filter(Self.isItem)
        // A quoted line that begins with a link is an announcement.
        let quoted = lines.count { $0.hasPrefix(">") && !$0.drop { ">* ".contains($0) }.hasPrefix("[") }
        if !lines.isEmpty, quoted * 2 > lines.count, items.isEmpty { return .quote }
        guard !items.isEmpty else { return nil }
        let dated = items.count { Self.isDated($0) }
        if dated * 2 > items.count || dates.add(items) { return .events }
        return items.count(where: Self.isLinked) * 2 > items.count ? .links : nil
    }

    private static func isLinked(_ item: Substring) -> Bool {
        // A link to a heading of the issue belongs to a table of contents.
        (item.contains("](") && !item.contains("](#")) || item.contains("://") || item.contains("][")
    }

    private static func isItem(_ line: Substring) -> Bool {
        if line.hasPrefix("* ") || line.hasPrefix("- ") || line.hasPrefix("+ ") { return true }
        let rest = line.drop { $0.isASCII && $0.isNumber }
        return rest.startIndex > line.startIndex && (rest.hasPrefix(". ") || rest.hasPrefix(") "))
    }

    /// Whether an item begins with a date and names a place after it.
    private static func isDated(_ item: Substring) -> Bool {
        let text = item.drop { "*-+ _[".contains($0) }
        return CalendarDate(iso8601: text.prefix(10)) != nil
            && text.dropFirst(10).contains { $0 == "|" || $0 == "," || $0 == "(" }
    }

    /// Whether the lists below the other headings, most of which occur only once, are lists of links.
    private func areMostlyLinks(outside named: Set<String>) -> Bool {
        let items = seen.values.filter { !named.contains($0.heading) && !$0.heading.isEmpty }.map(\.items)
        let all = items.reduce(0) { $0 + $1.all }
        return all >= Self.fewestItems && items.reduce(0) { $0 + $1.linked } * 4 >= all * 3
    }

    /// Fewer items than this say nothing about the others.
    private static let fewestItems = 8

    /// The forms of dates that `date-formats:` needs.
    var dateFormats: [String] { dates.formats }

    /// The sections for the settings: the headings that repeat, by kind.
    var settings: SettingValue? {
        let repeated = seen.values.filter { $0.sections >= 2 }
        var groups: [(kind: SectionKind, headings: [String])] = []
        for kind in [SectionKind.links, .events, .participation, .testing, .jobs, .quote] {
            let headings = repeated.filter { entry in
                entry.kinds.max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }?.key == kind
                    && entry.kinds[kind, default: 0] * 2 >= entry.sections
                    && (kind != .quote || !entry.repeatsItsQuotation)
            }.sorted { ($1.sections, $0.heading) < ($0.sections, $1.heading) }.map(\.heading)
            if !headings.isEmpty { groups.append((kind, headings)) }
        }
        if areMostlyLinks(outside: Set(groups.flatMap(\.headings))) {
            if let links = groups.firstIndex(where: { $0.kind == .links }) {
                groups[links].headings.append("*")
            } else {
                groups.append((.links, ["*"]))
            }
        }
        guard !groups.isEmpty else { return nil }
        return .list(
            groups.map { group in
                .mapping([("kind", .text(group.kind.rawValue)), ("headings", .texts(group.headings))])
            })
    }
}
