import Foundation
import TestKit
import Testing

/// Names in prose must be names in the code: whoever renames a type finds the sentences about it.
@Suite struct NamedSymbolsTests {
    /// What is declared in `Sources`, types and members alike.
    private static let declared: Set<String> = {
        let declaration =
            /\b(?:struct|enum|class|actor|protocol|typealias|func|var|let|case|associatedtype|static let) `?([A-Za-z_][A-Za-z0-9_]*)`?/
        var names: Set<String> = ["init", "subscript", "self"]
        for text in sources.values {
            for match in text.matches(of: declaration) { names.insert(String(match.1)) }
            // `case one, two` and parameters.
            for match in text.matches(of: #/\bcase ([a-z][A-Za-z0-9_, ]*)/#) {
                for name in match.1.split(whereSeparator: { ", ".contains($0) }) { names.insert(String(name)) }
            }
            for match in text.matches(of: #/\b([a-z][A-Za-z0-9_]*): /#) { names.insert(String(match.1)) }
        }
        return names
    }()

    private static let sources: [String: String] = {
        let root = TestData.packageRoot + "/Sources"
        let paths = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
        return paths.filter { $0.hasSuffix(".swift") }.reduce(into: [:]) { texts, path in
            texts[path] = FileManager.default.contents(atPath: "\(root)/\(path)").map {
                String(decoding: $0, as: UTF8.self)
            }
        }
    }()

    @Test func documentationLinksLeadSomewhere() {
        var broken: [String] = []
        for (path, text) in Self.sources {
            for match in text.matches(of: /``([A-Za-z0-9_\/.]+)(?:\([^`]*\))?(?:-[a-z0-9]+)?``/) {
                for part in match.1.split(whereSeparator: { "/.".contains($0) })
                where !Self.declared.contains(String(part)) && !Self.foreign.contains(String(part)) {
                    broken.append("\(path): ``\(match.1)``")
                }
            }
        }
        #expect(broken.sorted() == [])
    }

    @Test func typesInTheGuideForContributorsExist() throws {
        let guide = try String(contentsOfFile: TestData.packageRoot + "/CONTRIBUTING.md", encoding: .utf8)
        let folders = Set(
            Self.sources.keys.flatMap { path in path.split(separator: "/").map { $0.replacing(".swift", with: "") } }
                .map { String($0) })
        let names = guide.matches(of: /`([A-Z][a-z]+[A-Z][A-Za-z]*)(?:[.(][^`]*)?`/).map { String($0.1) }
        let missing = names.filter { name in
            !Self.declared.contains(name) && !folders.contains(name) && !Self.foreign.contains(name)
        }
        #expect(Set(missing).sorted() == [])
    }

    /// Of the libraries and the language.
    private static let foreign: Set<String> = [
        "ExistentialAny", "InternalImportsByDefault", "MemberImportVisibility", "Sendable", "String", "Int",
    ]
}
