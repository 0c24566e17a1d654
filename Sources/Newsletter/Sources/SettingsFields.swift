internal import Text

/// The keys of one mapping of the settings, read strictly: what nobody asked for is a fault.
///
/// Faults are gathered, so that one run tells them all; ``finish()`` throws them.
package struct SettingsFields: Sendable {
    private let tree: SettingsTree
    private let path: String
    private let file: String
    /// Keys that were asked for.
    private var known: [String]
    package private(set) var faults: [Diagnostic] = []

    /// - Parameters:
    ///   - path: what messages call the mapping.
    ///   - known: keys that others have read already.
    package init(_ tree: SettingsTree, path: String, file: String, known: [String] = []) {
        (self.tree, self.path, self.file, self.known) = (tree, path, file, known)
        if case .mapping = tree.form { return }
        report("'\(path)' must be a mapping", remedy: "Write 'key: value' lines under it", at: tree.location)
    }

    // MARK: Values

    package mutating func text(_ key: String) -> String? {
        guard let value = member(key) else { return nil }
        if case .text(let text) = value.form, !text.isEmpty { return text }
        report("'\(path).\(key)' must be text", remedy: "Write one value behind the colon", at: value.location)
        return nil
    }

    /// The text, or a fault and an empty one.
    package mutating func requiredText(_ key: String) -> String {
        if member(key) == nil { reportMissing(key) }
        return text(key) ?? ""
    }

    /// The texts of a list; a single text is a list of one.
    package mutating func texts(_ key: String) -> [String] {
        guard let value = member(key) else { return [] }
        switch value.form {
        case .text(let text) where !text.isEmpty: return [text]
        case .list(let items):
            let texts = items.compactMap { item -> String? in
                if case .text(let text) = item.form, !text.isEmpty { return text }
                return nil
            }
            if texts.count == items.count { return texts }
        default: break
        }
        report(
            "'\(path).\(key)' must be a list of texts", remedy: "Write its items on lines that begin with '-'",
            at: value.location)
        return []
    }

    package mutating func requiredTexts(_ key: String) -> [String] {
        if member(key) == nil { reportMissing(key) }
        return texts(key)
    }

    package mutating func number(_ key: String, in range: ClosedRange<Int>, default fallback: Int) -> Int {
        guard let text = text(key) else { return fallback }
        if let number = Int(text), range.contains(number) { return number }
        report(
            "'\(path).\(key)' must be a number from \(range.lowerBound) to \(range.upperBound)",
            remedy: "Change '\(text)'", at: member(key)?.location)
        return fallback
    }

    package mutating func flag(_ key: String, default fallback: Bool) -> Bool {
        guard let text = text(key) else { return fallback }
        switch text.lowercased() {
        case "true", "yes", "on": return true
        case "false", "no", "off": return false
        default:
            report("'\(path).\(key)' must be true or false", remedy: "Change '\(text)'", at: member(key)?.location)
            return fallback
        }
    }

    package mutating func choice<Value: RawRepresentable & CaseIterable>(
        _ key: String, default fallback: Value
    ) -> Value where Value.RawValue == String {
        guard let text = text(key) else { return fallback }
        if let value = Value(rawValue: text) { return value }
        let choices = Value.allCases.map(\.rawValue)
        let nearest = ClosestMatch.of(text, among: choices)
        report(
            "'\(path).\(key)' cannot be '\(text)'",
            remedy: nearest.map { "Did you mean '\($0)'?" } ?? "Choose one of: \(choices.joined(separator: ", "))",
            at: member(key)?.location)
        return fallback
    }

    /// The pairs of a mapping of texts whose keys are data, in the order of the file.
    package mutating func pairs(_ key: String) -> [(key: String, value: String)] {
        guard let value = member(key) else { return [] }
        if case .mapping(let members) = value.form {
            let pairs = members.compactMap { member -> (key: String, value: String)? in
                if case .text(let text) = member.value.form { return (member.key, text) }
                return nil
            }
            if pairs.count == members.count { return pairs }
        }
        report(
            "'\(path).\(key)' must be a mapping", remedy: "Write 'key: value' lines under it", at: value.location)
        return []
    }

    /// The mappings of a list, each read by `read`, whose faults become this one's.
    package mutating func items<Value>(_ key: String, _ read: (inout SettingsFields) -> Value) -> [Value] {
        guard let value = member(key) else { return [] }
        guard case .list(let items) = value.form else {
            report(
                "'\(path).\(key)' must be a list", remedy: "Write its items on lines that begin with '-'",
                at: value.location)
            return []
        }
        return items.enumerated().map { index, item in
            var fields = SettingsFields(item, path: "\(path).\(key)[\(index + 1)]", file: file)
            let value = read(&fields)
            fields.reportUnknownKeys()
            faults += fields.faults
            return value
        }
    }

    // MARK: Faults

    /// A fault of a value that only the one who asked for it can see.
    package mutating func report(_ key: String, _ summary: String, remedy: String) {
        report("'\(path).\(key)' \(summary)", remedy: remedy, at: member(key)?.location)
    }

    /// - Throws: what was wrong, and every key that nobody asked for.
    package mutating func finish() throws(Diagnostics) {
        reportUnknownKeys()
        if !faults.isEmpty { throw Diagnostics(faults) }
    }

    private mutating func reportUnknownKeys() {
        guard case .mapping(let members) = tree.form else { return }
        for member in members where !known.contains(member.key) {
            let nearest = ClosestMatch.of(member.key, among: known)
            report(
                "unknown key '\(member.key)' in '\(path)'",
                remedy: nearest.map { "Did you mean '\($0)'?" } ?? "Known are: \(known.joined(separator: ", "))",
                at: member.location)
        }
    }

    private mutating func reportMissing(_ key: String) {
        report("'\(path).\(key)' is missing", remedy: "Write '\(key): …'", at: tree.location)
    }

    private mutating func report(_ summary: String, remedy: String, at location: SourceLocation?) {
        faults.append(Diagnostic(summary, remedy: remedy, file: file, at: location ?? tree.location))
    }

    private mutating func member(_ key: String) -> SettingsTree? {
        if !known.contains(key) { known.append(key) }
        guard case .mapping(let members) = tree.form else { return nil }
        return members.first { $0.key == key }?.value
    }
}
