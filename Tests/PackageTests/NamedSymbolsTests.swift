import Foundation
import TestKit
import Testing

/// Names in prose must be names in the code: whoever renames a type finds the sentences about it.
@Suite struct NamedSymbolsTests {
    /// What is declared in the package, types and members alike, and the names of its folders and files.
    private static let declared: Set<String> = {
        let declaration =
            /\b(?:struct|enum|class|actor|protocol|typealias|func|var|let|case|associatedtype|static let) `?([A-Za-z_][A-Za-z0-9_]*)`?/
        var names: Set<String> = ["init", "subscript", "self"]
        for (path, text) in all {
            for part in path.split(separator: "/") { names.insert(String(part).replacing(".swift", with: "")) }
            for match in text.matches(of: declaration) { names.insert(String(match.1)) }
            // `case one, two` and parameters.
            for match in text.matches(of: #/\bcase ([a-z][A-Za-z0-9_, ]*)/#) {
                for name in match.1.split(whereSeparator: { ", ".contains($0) }) { names.insert(String(name)) }
            }
            for match in text.matches(of: #/\b([a-z][A-Za-z0-9_]*): /#) { names.insert(String(match.1)) }
        }
        return names
    }()

    /// The texts of `Sources` and `Tests` by their paths.
    private static let all: [String: String] = {
        let root = TestData.packageRoot
        let paths = FileManager.default.enumerator(atPath: root + "/Sources")?.compactMap { $0 as? String } ?? []
        let tests = FileManager.default.enumerator(atPath: root + "/Tests")?.compactMap { $0 as? String } ?? []
        let files = paths.map { "Sources/" + $0 } + tests.map { "Tests/" + $0 }
        return files.filter { $0.hasSuffix(".swift") }.reduce(into: [:]) { texts, path in
            texts[path] = FileManager.default.contents(atPath: "\(root)/\(path)")
                .map { String(decoding: $0, as: UTF8.self) }
        }
    }()

    @Test func documentationLinksLeadSomewhere() {
        var broken: [String] = []
        for (path, text) in Self.all where path.hasPrefix("Sources/") {
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
        let names = guide.matches(of: /`([A-Z][a-z]+[A-Z][A-Za-z]*)(?:[.(][^`]*)?`/).map { String($0.1) }
        let missing = names.filter { name in
            !Self.declared.contains(name) && !Self.foreign.contains(name)
        }
        #expect(Set(missing).sorted() == [])
    }

    /// Of the libraries and the language.
    private static let foreign: Set<String> = [
        "ExistentialAny", "InternalImportsByDefault", "MemberImportVisibility", "Sendable", "String", "Int", "Testing",
        "Trait",
    ]
}
