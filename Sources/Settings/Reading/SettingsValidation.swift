internal import Newsletter
internal import Text

/// Compares a file with the declarations: finds unknown and missing keys, and values of the wrong type.
struct SettingsValidation {
    let faults: SettingsFaults

    func check(_ tree: SettingsTree, _ mapping: SettingsMapping, path: String) {
        guard case .mapping(let members) = tree.form else {
            let first = mapping.settings.first?.key ?? "key"
            return report(
                tree, path, "must be a mapping",
                remedy: path.isEmpty ? "Begin with 'title: …'" : "Write '\(Self.last(of: path)): { \(first): … }'")
        }
        for member in members {
            let place = Self.path(path, member.key)
            if let setting = mapping[member.key] {
                check(member.value, setting.type, path: place)
                if let known = setting.placeholders { checkPlaceholders(in: member.value, known, path: place) }
            } else if let former = mapping.former.first(where: { $0.key == member.key }) {
                faults.add("'\(place)' is now '\(former.now)'", remedy: former.remedy, path: place, at: member.location)
            } else if !mapping.isOpen {
                reportUnknown(member, in: path, mapping)
            }
        }
        for setting in mapping.settings where setting.isRequired && !members.contains(where: { $0.key == setting.key })
        {
            let place = Self.path(path, setting.key)
            faults.add("'\(place)' is missing", remedy: "Write '\(setting.key): …'", path: place, at: tree.location)
        }
    }

    private func check(_ tree: SettingsTree, _ type: SettingType, path: String) {
        switch type {
        case .mapping(let mapping): check(tree, mapping, path: path)
        case .wordOrMapping(let word, let mapping):
            guard case .text(let text) = tree.form else { return check(tree, mapping, path: path) }
            if text == word { return }
            let first = mapping.settings.first?.key ?? "key"
            let key = Self.last(of: path)
            report(
                tree, path, "must be '\(word)' or a mapping",
                remedy: "Write '\(key): \(word)' or '\(key): { \(first): … }'")
        case .list(let item): checkList(tree, of: item, path: path)
        case .pairs(let value):
            guard case .mapping(let members) = tree.form else {
                return report(tree, path, "must be a mapping", remedy: "Write 'key: value' lines below the key")
            }
            for member in members { check(member.value, value, path: Self.path(path, member.key)) }
        default: checkScalar(tree, type, path: path)
        }
    }

    private func checkList(_ tree: SettingsTree, of item: SettingType, path: String) {
        switch tree.form {
        case .list(let items):
            for (index, tree) in items.enumerated() { check(tree, item, path: "\(path)[\(index + 1)]") }
        case .text(let text) where item.isScalar && !text.isEmpty: checkScalar(tree, item, path: path)
        default: report(tree, path, "must be a list", remedy: "Write the items on lines that begin with '-'")
        }
    }

    private func checkScalar(_ tree: SettingsTree, _ type: SettingType, path: String) {
        if case .possiblyEmptyText = type, case .text = tree.form { return }
        guard case .text(let text) = tree.form, !text.isEmpty else {
            return report(tree, path, "must be text", remedy: "Write one value after the colon")
        }
        switch type {
        case .number(let range):
            if let number = Int(text), range.contains(number) { return }
            report(
                tree, path, "must be a number from \(range.lowerBound) to \(range.upperBound)",
                remedy: "Change '\(text)'")
        case .flag:
            if SettingsFields.flag(text) == nil {
                report(tree, path, "must be true or false", remedy: "Change '\(text)'")
            }
        case .choice(let choices):
            if choices.contains(text) { return }
            let nearest = ClosestMatch.of(text, among: choices)
            report(
                tree, path, "can't be '\(text)'",
                remedy: nearest.map { "Did you mean '\($0)'?" } ?? "Choose one of: \(choices.joined(separator: ", "))")
        case .date:
            if CalendarDate(iso8601: text) == nil {
                report(tree, path, "isn't a date: '\(text)'", remedy: "Write the date as YYYY-MM-DD")
            }
        case .address:
            if !Self.isAddress(text) {
                report(
                    tree, path, "isn't a web address: '\(text)'", remedy: "Write the address as https://example.org/")
            }
        case .repository:
            if !Self.isRepository(text) {
                report(tree, path, "isn't a repository: '\(text)'", remedy: "Write the repository as OWNER/NAME")
            }
        default: break
        }
    }

    /// Reports names in braces that nothing would be filled in for, so that readers would see them.
    private func checkPlaceholders(in tree: SettingsTree, _ known: [String], path: String) {
        guard case .text(let text) = tree.form, !faults.concern(path) else { return }
        for part in text.split(separator: "{", omittingEmptySubsequences: false).dropFirst() {
            let name = part.prefix { $0 != "}" }
            guard name.endIndex != part.endIndex, !known.contains(String(name)) else { continue }
            let nearest = ClosestMatch.of(String(name), among: known)
            return report(
                tree, path, "has an unknown placeholder '{\(name)}'",
                remedy: nearest.map { "Did you mean '{\($0)}'?" }
                    ?? "The placeholders are: \(known.map { "{\($0)}" }.joined(separator: ", "))")
        }
    }

    // MARK: Faults

    private func reportUnknown(_ member: SettingsTree.Member, in path: String, _ mapping: SettingsMapping) {
        let known = mapping.settings.map(\.key)
        let nearest = ClosestMatch.of(member.key, among: known)
        faults.add(
            "unknown key '\(member.key)'\(path.isEmpty ? "" : " in '\(path)'")",
            remedy: nearest.map { "Did you mean '\($0)'?" } ?? "The keys are: \(known.joined(separator: ", "))",
            path: Self.path(path, member.key), at: member.location)
    }

    private func report(_ tree: SettingsTree, _ path: String, _ problem: String, remedy: String) {
        faults.add(
            "\(path.isEmpty ? "the file" : "'\(path)'") \(problem)", remedy: remedy, path: path, at: tree.location)
    }

    static func path(_ path: String, _ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

    private static func last(of path: String) -> Substring {
        path[(path.lastIndex(of: ".").map(path.index(after:)) ?? path.startIndex)...]
    }

    // MARK: Forms

    private static func isAddress(_ text: String) -> Bool {
        guard let scheme = ["https://", "http://"].first(where: text.hasPrefix) else { return false }
        let host = text.dropFirst(scheme.count).prefix { !"/?#".contains($0) }
        return !host.isEmpty && !text.utf8.contains { $0 <= 0x20 }
    }

    /// Whether a text is two names of letters, digits, `-`, `_` and `.` with a slash between: characters that need no
    /// escaping in a URL.
    private static func isRepository(_ text: String) -> Bool {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        return parts.count == 2
            && parts.allSatisfy { part in
                !part.isEmpty && part != "." && part != ".."
                    && part.utf8.allSatisfy { byte in
                        0x61...0x7A ~= byte | 0x20 || 0x30...0x39 ~= byte || "-_.".utf8.contains(byte)
                    }
            }
    }
}
