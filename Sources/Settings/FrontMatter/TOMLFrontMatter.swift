internal import Newsletter
internal import TOMLKit

/// Reads the front matter of an issue as TOML.
enum TOMLFrontMatter {
    static func fields(_ text: String) throws(FrontMatterDecoder.Fault) -> [FrontMatterDecoder.Field] {
        do {
            var fields: [FrontMatterDecoder.Field] = []
            add(
                try TOMLTable(string: text), after: "", depth: 0,
                lines: text.split(
                    separator: "\n", omittingEmptySubsequences: false), to: &fields)
            return fields
        } catch let error as TOMLParseError {
            throw FrontMatterDecoder.Fault(
                error.description, line: max(1, error.source.begin.line))
        } catch {
            throw FrontMatterDecoder.Fault("it isn't valid TOML", line: 1)
        }
    }

    private static let deepest = 3

    private static func add(
        _ table: TOMLTable, after prefix: String, depth: Int, lines: [Substring],
        to fields: inout [FrontMatterDecoder.Field]
    ) {
        for (key, value) in table {
            if let inner = value.table {
                if depth < deepest {
                    add(inner, after: prefix + key + ".", depth: depth + 1, lines: lines, to: &fields)
                }
                continue
            }
            let values = value.array.map { array in array.compactMap { text(of: $0) } } ?? text(of: value).map { [$0] }
            guard let values else { continue }
            // The table doesn't say where a key is written.
            let line = lines.firstIndex { $0.drop { $0 == " " }.hasPrefix(key) } ?? 0
            fields.append(.init(key: prefix + key, values: values, line: line + 1))
        }
    }

    private static func clock(_ time: TOMLDateTime) -> String {
        let minutes = time.offset?.offset
        let hour = time.time.hour < 10 ? "0\(time.time.hour)" : "\(time.time.hour)"
        let minute = time.time.minute < 10 ? "0\(time.time.minute)" : "\(time.time.minute)"
        guard let minutes else { return " \(hour):\(minute)" }
        let digits = String(10_000 + abs(minutes) / 60 * 100 + abs(minutes) % 60).dropFirst()
        return " \(hour):\(minute) \(minutes < 0 ? "-" : "+")\(digits)"
    }

    /// A value as YAML front matter would have it.
    private static func text(of value: any TOMLValueConvertible) -> String? {
        if let text = value.string { return text }
        if let number = value.int { return String(number) }
        if let flag = value.bool { return String(flag) }
        if let date = value.date { return "\(date.year)-\(date.month)-\(date.day)" }
        if let time = value.dateTime { return "\(time.date.year)-\(time.date.month)-\(time.date.day)" + clock(time) }
        return value.double.map { String($0) }
    }
}
