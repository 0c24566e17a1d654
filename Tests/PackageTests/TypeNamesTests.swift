import Foundation
import TestKit
import Testing

/// Types have the field's names, by which a newcomer searches for them.
@Suite struct TypeNamesTests {
    /// Names that were replaced, with their replacements.
    private static let replaced = [
        "TakeInCommand": "IntakeRunCommand", "Ending": "Resolution", "DepartedEvent": "SupersededEvent",
        "ListedMatters": "TrackedItems", "Tally": "Total", "NoneSentence": "EmptySectionText",
        "Harvest": "CollectionResult", "Assignment": "SourceRequest", "WeekMaterial": "CandidatePool",
        "ReloadBell": "ReloadBroadcaster", "ConnectionShelf": "ConnectionPool", "RequestGate": "ConcurrencyLimiter",
        "TemplatePress": "TemplateCache", "Plate": "CompiledTemplate", "IssueIntake": "IssueLoader",
        "IssueCard": "IssueSummary", "Silence": "Suppressions", "Surroundings": "CheckContext",
        "FindingComparison": "FindingDiff", "SinceRevision": "BaselineFindings", "Mending": "FixApplication",
        "WritingTurn": "PublicationLock", "BadInput": "InvalidInput", "Words": "Localization", "TypingError": "Typo",
        "NearestWord": "ClosestMatch", "Point": "Redirect", "Points": "Redirects",
    ]

    /// What to use instead of a type's name; nil if the name is fine.
    private static func replacement(of name: String) -> String? {
        if name.hasSuffix("Memory") { return "…Cache for what may be lost, …Log for what is committed" }
        return replaced[name]
    }

    @Test func declareNoTypeWithAReplacedName() throws {
        let root = TestData.packageRoot + "/Sources"
        let files = try #require(FileManager.default.enumerator(atPath: root))
        var count = 0
        while let path = files.nextObject() as? String {
            guard path.hasSuffix(".swift") else { continue }
            for name in Self.declaredTypes(in: try String(contentsOfFile: "\(root)/\(path)", encoding: .utf8)) {
                count += 1
                if let better = Self.replacement(of: name) {
                    Issue.record("Sources/\(path) declares '\(name)': use \(better)")
                }
            }
        }
        #expect(count > 500, "types were found")
    }

    @Test(
        arguments: [
            ("struct Tally {", ["Tally"]), ("    package final class PoolMemory<Value>: Sendable {", ["PoolMemory"]),
            ("private indirect enum Plate {}", ["Plate"]), ("typealias Words = [String]", ["Words"]),
            ("protocol Point {\n    actor Points {", ["Point", "Points"]), ("/// A struct Tally.", []),
            ("let text = \"class Words\"", []), ("    static func words() {}", []), ("import struct Text.Words", []),
        ])
    func findsDeclaredTypes(_ text: String, _ names: [String]) {
        #expect(Self.declaredTypes(in: text) == names)
    }

    @Test func knowsTheReplacementsOfNames() {
        #expect(Self.replacement(of: "Tally") == "Total")
        #expect(Self.replacement(of: "DecisionMemory") != nil)
        #expect(Self.replacement(of: "DecisionLog") == nil)
    }

    /// The names of the types that a text declares: the word after `struct`, `class` and the like, with nothing but
    /// modifiers before.
    private static func declaredTypes(in text: String) -> [String] {
        let modifiers: Set<Substring> = [
            "package", "public", "internal", "fileprivate", "private", "final", "indirect", "nonisolated",
            "distributed",
        ]
        let keywords: Set<Substring> = ["struct", "class", "enum", "protocol", "actor", "typealias"]
        return text.split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ").drop { modifiers.contains($0) || $0.hasPrefix("@") }
            guard let keyword = words.first, keywords.contains(keyword), let name = words.dropFirst().first else {
                return nil
            }
            return String(name.prefix { $0.isLetter || $0.isNumber || $0 == "_" })
        }
    }
}
