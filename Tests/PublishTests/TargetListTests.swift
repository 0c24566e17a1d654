import Foundation
import Newsletter
import Settings
import TestKit
import Testing

@testable import Publish

@Suite struct TargetListTests {
    @Test func listsEveryFileOfTheTargetsFolder() throws {
        let folder = TestData.packageRoot + "/Sources/Publish/Targets"
        let files = try FileManager.default.contentsOfDirectory(atPath: folder)
            .filter { $0.hasSuffix("Target.swift") }.map { String($0.dropLast(6)) }
        let listed = allTargets.map { String(describing: $0) }
        let missing = files.filter { !listed.contains($0) }.sorted().map { "    \($0).self," }
        #expect(missing.isEmpty, "write into allTargets:\n\(missing.joined(separator: "\n"))")
        #expect(Set(listed).subtracting(files).isEmpty, "a target is in a file of another name")
        #expect(listed == listed.sorted())
    }

    @Test func showsSettingsThatCanBeRead() throws {
        for type in allTargets {
            let file = TestData.packageRoot + "/Sources/Publish/Targets/\(type).swift"
            let lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
            let example = lines.filter { $0.hasPrefix("///     ") }.map { "  " + $0.dropFirst("///   ".count) + "\n" }
            let text =
                "title: T\nurl: https://a.example/\npublish:\n  \(type.role.rawValue):\n\(example.joined())"
            let publication = try SettingsReader.publication(from: text, file: "sennight.yaml") { _ in "" }
            #expect(try TargetList.targets(publication.publishing.targets).map(\.name) == [type.kind], "\(type)")
        }
    }
}
