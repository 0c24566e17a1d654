import Foundation
import TestKit
import Testing

@testable import Collect

@Suite struct SourceListTests {
    @Test func listsEveryFileOfTheSourcesFolder() throws {
        let folder = TestData.packageRoot + "/Sources/Collect/Sources"
        let files = try FileManager.default.contentsOfDirectory(atPath: folder)
            .filter { $0.hasSuffix(".swift") && $0 != "Source.swift" }.map { String($0.dropLast(6)) }
        let listed = allSources.map { String(describing: $0) }
        let missing = files.filter { !listed.contains($0) }.sorted().map { "    \($0).self," }
        #expect(missing.isEmpty, "write into allSources:\n\(missing.joined(separator: "\n"))")
        #expect(Set(listed).subtracting(files).isEmpty, "a source stands in a file of another name")
        #expect(Set(listed).count == listed.count, "a source is listed twice")
    }

    @Test func listsSourcesInAlphabeticalOrder() {
        let listed = allSources.map { String(describing: $0) }
        #expect(listed == listed.sorted { $0.lowercased() < $1.lowercased() })
    }

    @Test func namesEverySourceDifferently() {
        let names = allSources.map { $0.name }
        #expect(Set(names).count == names.count)
    }

    @Test func explainsEverySourceInItsFile() throws {
        for type in allSources {
            let file = TestData.packageRoot + "/Sources/Collect/Sources/\(type).swift"
            let text = try String(contentsOfFile: file, encoding: .utf8)
            #expect(text.contains("- source: \(type.name)"), "\(type): the doc comment shows no settings")
        }
    }

    @Test func hasASectionForEverySourceInTheGuide() throws {
        let guide = try String(contentsOfFile: TestData.packageRoot + "/Guides/sources.md", encoding: .utf8)
        let missing = allSources.map { $0.name }.filter { !guide.contains("\n### `\($0)`\n") }
        #expect(missing.isEmpty, "write a section into Guides/sources.md for: \(missing)")
    }

    @Test func showsSettingsThatCanBeRead() throws {
        for type in allSources {
            let file = TestData.packageRoot + "/Sources/Collect/Sources/\(type).swift"
            let lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
            let example = lines.filter { $0.hasPrefix("///     ") }.map { $0.dropFirst("///   ".count) + "\n" }
            #expect(try faults(example.joined()) == [], "\(type)")
        }
    }

    @Test func showsSettingsThatCanBeReadInTheGuide() throws {
        let guide = try String(contentsOfFile: TestData.packageRoot + "/Guides/sources.md", encoding: .utf8)
        let blocks = guide.components(separatedBy: "```yaml\n").dropFirst()
        #expect(blocks.count == 3)
        for block in blocks {
            let example = block.components(separatedBy: "```")[0].replacing("sources:\n", with: "")
            #expect(try faults(example) == [], "\(example)")
        }
    }
}
