internal import Settings
internal import Text

/// Settings that were read from another program's configuration, each with its source.
struct AdoptedSettings {
    /// One line of the new settings, below a key of the top level or at it.
    private struct Line {
        var path: [String]
        var value: SettingValue
        var source: String
    }

    private var lines: [Line] = []
    /// The files in the folder of issues that aren't issues, and why.
    private(set) var leftOut: [String: String] = [:]

    mutating func leaveOut(_ file: String, because reason: String) { leftOut[file] = reason }

    /// Lists files that can't be published.
    mutating func holdBack(_ files: some Sequence<String>) {
        set("held-back.issues", .texts(files.sorted()), from: "files that aren't issues, or have faults")
    }

    /// Sets a value, unless it is already set.
    ///
    /// - Parameters:
    ///   - path: the key, with the key above it if it has one: `folders.issues`.
    ///   - source: where the value was read, such as `_config.yml:3`.
    mutating func set(_ path: String, _ value: SettingValue, from source: String) {
        guard !has(path) else { return }
        lines.append(Line(path: path.split(separator: ".").map(String.init), value: value, source: source))
    }

    /// Sets a member of a mapping; unlike in a path, a full stop in its key has no meaning.
    mutating func set(member key: String, of mapping: String, _ value: SettingValue, from source: String) {
        lines.append(Line(path: [mapping, key], value: value, source: source))
    }

    mutating func set(_ path: String, _ text: String?, from source: String) {
        if let text, !text.isEmpty { set(path, .text(text), from: source) }
    }

    func has(_ path: String) -> Bool { lines.contains { $0.path.joined(separator: ".") == path } }

    func has(member key: String, of mapping: String) -> Bool { lines.contains { $0.path == [mapping, key] } }

    func text(_ path: String) -> String? {
        guard case .text(let text)? = lines.first(where: { $0.path.joined(separator: ".") == path })?.value else {
            return nil
        }
        return text
    }

    /// The settings file, with a comment beside each line.
    var text: String {
        var output = ["# Made by 'sennight adopt'. The comments say where each value was read."]
        var written: Set<String> = []
        for line in lines {
            let key = line.path[0]
            guard written.insert(key).inserted else { continue }
            guard line.path.count > 1 else {
                output += Self.lines(key, line.value, line.source, margin: "")
                continue
            }
            output.append("\(key):")
            for inner in lines where inner.path[0] == key && inner.path.count > 1 {
                output += Self.lines(inner.path[1], inner.value, inner.source, margin: "  ")
            }
        }
        return output.joined(separator: "\n") + "\n"
    }

    private static func lines(_ key: String, _ value: SettingValue, _ source: String, margin: String) -> [String] {
        let comment = "  # \(source.onOneLine)"
        let key = SettingValue.text(key).yaml
        if case .list(let items) = value {
            return ["\(margin)\(key):\(comment)"] + items.map { "\(margin)  - \($0.yaml)" }
        }
        return ["\(margin)\(key): \(value.yaml)\(comment)"]
    }
}
