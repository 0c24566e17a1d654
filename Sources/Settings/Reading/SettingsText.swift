internal import Newsletter
internal import Yams

/// Reads YAML into a tree of values with their locations.
struct SettingsText {
    private let file: String
    private var count = 0

    private struct IsTooLarge: Error {}

    private init(file: String) {
        self.file = file
    }

    /// - Throws: a single fault if the text isn't YAML, is empty, or has too many values.
    static func tree(of text: String, file: String) throws(Diagnostics) -> SettingsTree {
        do {
            guard let node = try Yams.compose(yaml: text, .basic) else {
                throw Diagnostics([
                    Diagnostic("the settings are empty", remedy: "Write at least 'title:' and 'url:'", file: file)
                ])
            }
            var reader = SettingsText(file: file)
            return try reader.tree(of: node, depth: 0)
        } catch let error as Diagnostics {
            throw error
        } catch let error as YamlError {
            throw Diagnostics([diagnostic(of: error, file: file)])
        } catch is IsTooLarge {
            throw Diagnostics([
                Diagnostic(
                    "the settings have more than \(most) values, or are nested deeper than \(deepest) levels",
                    remedy: "Remove aliases ('*name') that repeat large parts", file: file)
            ])
        } catch {
            throw Diagnostics([Diagnostic("the file isn't valid YAML", remedy: "Correct the file", file: file)])
        }
    }

    /// The maximum number of values, because nested aliases can make a short text a huge tree.
    private static let most = 100_000
    private static let deepest = 50

    private mutating func tree(of node: Node, depth: Int) throws -> SettingsTree {
        count += 1
        guard count <= Self.most, depth <= Self.deepest else { throw IsTooLarge() }
        let form: SettingsTree.Form
        switch node {
        case .scalar(let scalar): form = .text(scalar.string)
        case .sequence(let sequence):
            var items: [SettingsTree] = []
            for item in sequence { items.append(try tree(of: item, depth: depth + 1)) }
            form = .list(items)
        case .mapping(let mapping):
            var members: [SettingsTree.Member] = []
            for (key, value) in mapping {
                members.append(
                    SettingsTree.Member(
                        key: key.scalar?.string ?? "", location: Self.location(of: key),
                        value: try tree(of: value, depth: depth + 1)))
            }
            form = .mapping(members)
        case .alias: form = .text("")
        }
        return SettingsTree(form, at: Self.location(of: node))
    }

    private static func location(of node: Node) -> SourceLocation {
        SourceLocation(line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
    }

    /// What to do about a problem that libyaml describes in its own words.
    private static func remedy(for problem: String) -> String {
        switch problem {
        case let text where text.contains("mapping values are not allowed"):
            "If the value contains a colon, put the value in quotes: 'title: \"A: b\"'"
        case let text where text.contains("cannot start any token"):
            "Put the value in quotes, or indent with blanks instead of tabs"
        case let text where text.contains("unexpected end of stream"), let text where text.contains("quoted scalar"):
            "Close the quotes at the end of the value"
        default: "Correct the line"
        }
    }

    private static func diagnostic(of error: YamlError, file: String) -> Diagnostic {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            Diagnostic(
                "the file isn't valid YAML: \(problem)", remedy: remedy(for: problem), file: file,
                at: SourceLocation(line: mark.line, column: mark.column))
        case .duplicatedKeysInMapping(let duplicates, let context):
            Diagnostic(
                "this key is written twice: \(duplicates.map { "\($0)" }.joined(separator: ", "))",
                remedy: "Keep one of the keys", file: file,
                at: SourceLocation(line: context.mark.line, column: context.mark.column))
        default:
            Diagnostic("the file isn't valid YAML", remedy: "Correct the file", file: file)
        }
    }
}
