internal import Newsletter
internal import Text
internal import Yams

/// A value of the settings file with its place, read strictly: what nobody asked for is a fault.
///
/// Faults are gathered, so that one run tells them all.
final class SettingsNode {
    private let node: Node?
    private let path: String
    private let faults: Faults

    /// The faults of one file.
    final class Faults {
        let file: String
        var all: [Diagnostic] = []

        init(file: String) {
            self.file = file
        }
    }

    private init(_ node: Node?, path: String, faults: Faults) {
        (self.node, self.path, self.faults) = (node, path, faults)
    }

    /// The root of a file's text; nil (and a fault) where it is no YAML mapping.
    static func root(of text: String, faults: Faults) -> SettingsNode? {
        do {
            guard let node = try Yams.compose(yaml: text, .basic) else {
                faults.all.append(
                    Diagnostic(
                        "the settings are empty", remedy: "Write at least 'title:' and 'url:'", file: faults.file))
                return nil
            }
            return SettingsNode(node, path: "", faults: faults)
        } catch let error as YamlError {
            faults.all.append(diagnostic(of: error, file: faults.file))
        } catch {
            faults.all.append(Diagnostic("this is no YAML", remedy: "Mend it", file: faults.file))
        }
        return nil
    }

    private static func diagnostic(of error: YamlError, file: String) -> Diagnostic {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            Diagnostic(
                "this is no YAML: \(problem)", remedy: "Mend the line", file: file,
                at: SourceLocation(line: mark.line, column: mark.column))
        case .duplicatedKeysInMapping(let duplicates, let context):
            Diagnostic(
                "a key stands twice: \(duplicates.map { "\($0)" }.joined(separator: ", "))", remedy: "Keep one of them",
                file: file, at: SourceLocation(line: context.mark.line, column: context.mark.column))
        default:
            Diagnostic("this is no YAML", remedy: "Mend it", file: file)
        }
    }

    // MARK: Mappings

    /// Reports every key that is none of `known`, naming the nearest one.
    func allow(_ known: String...) {
        guard let node, let mapping = node.mapping else {
            if node != nil {
                report(
                    "\(name) must be a mapping", remedy: "Write '\(path.isEmpty ? "title" : path): { \(known[0]): … }'")
            }
            return
        }
        for (key, _) in mapping {
            let word = key.string ?? ""
            guard !known.contains(word) else { continue }
            let nearest = ClosestMatch.of(word, among: known)
            let remedy = nearest.map { "Did you mean '\($0)'?" } ?? "Known are: \(known.joined(separator: ", "))"
            faults.all.append(
                Diagnostic(
                    "unknown key '\(word)'\(path.isEmpty ? "" : " in '\(path)'")", remedy: remedy, file: faults.file,
                    at: place(of: key)))
        }
    }

    subscript(key: String) -> SettingsNode {
        SettingsNode(node?.mapping?[Node(key)], path: path.isEmpty ? key : "\(path).\(key)", faults: faults)
    }

    var isPresent: Bool { node != nil }

    /// Whether one value stands here, and neither a list nor a mapping.
    var isText: Bool { node?.scalar != nil }

    /// The pairs of a mapping whose keys are data.
    var pairs: [(key: String, value: SettingsNode)] {
        guard let node else { return [] }
        guard let mapping = node.mapping else {
            report("\(name) must be a mapping", remedy: "Write 'key: value' lines under it")
            return []
        }
        return mapping.map { key, value in
            let word = key.scalar?.string ?? ""
            return (word, SettingsNode(value, path: "\(path).\(word)", faults: faults))
        }
    }

    /// The items of a list.
    var items: [SettingsNode] {
        guard let node else { return [] }
        guard let sequence = node.sequence else {
            report("\(name) must be a list", remedy: "Write its items on lines that begin with '-'")
            return []
        }
        return sequence.enumerated().map { SettingsNode($1, path: "\(path)[\($0 + 1)]", faults: faults) }
    }

    /// What was written here, for those who know its keys.
    var tree: SettingsTree? { node.map(tree) }

    private func tree(of node: Node) -> SettingsTree {
        let form: SettingsTree.Form =
            switch node {
            case .scalar(let scalar): .text(scalar.string)
            case .sequence(let sequence): .list(sequence.map(tree))
            case .mapping(let mapping):
                .mapping(
                    mapping.map { key, value in
                        SettingsTree.Member(
                            key: key.scalar?.string ?? "", location: place(of: key), value: tree(of: value))
                    })
            case .alias: .text("")
            }
        return SettingsTree(form, at: place(of: node))
    }

    // MARK: Values

    /// Text, also where YAML would read a number or a date.
    var text: String? {
        guard let node else { return nil }
        guard let scalar = node.scalar, !scalar.string.isEmpty else {
            report("\(name) must be text", remedy: "Write one value behind the colon")
            return nil
        }
        return scalar.string
    }

    /// Text that may be empty.
    var possiblyEmptyText: String { node?.scalar?.string ?? "" }

    var requiredText: String? {
        if node == nil { report("'\(path)' is missing", remedy: "Write '\(path): …'") }
        return text
    }

    func number(in range: ClosedRange<Int>) -> Int? {
        guard let text else { return nil }
        if let number = Int(text), range.contains(number) { return number }
        report("\(name) must be a number from \(range.lowerBound) to \(range.upperBound)", remedy: "Change '\(text)'")
        return nil
    }

    func choice<Value: RawRepresentable & CaseIterable>(of type: Value.Type) -> Value? where Value.RawValue == String {
        guard let text else { return nil }
        if let value = Value(rawValue: text) { return value }
        let known = Value.allCases.map(\.rawValue)
        let nearest = ClosestMatch.of(text, among: known)
        report(
            "\(name) cannot be '\(text)'",
            remedy: nearest.map { "Did you mean '\($0)'?" } ?? "Choose one of: \(known.joined(separator: ", "))")
        return nil
    }

    func report(_ summary: String, remedy: String) {
        faults.all.append(
            Diagnostic(
                summary, remedy: remedy, file: faults.file, at: node.map(place) ?? SourceLocation(line: 1, column: 1)))
    }

    private var name: String { path.isEmpty ? "the file" : "'\(path)'" }

    private func place(of node: Node) -> SourceLocation {
        SourceLocation(line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
    }
}
