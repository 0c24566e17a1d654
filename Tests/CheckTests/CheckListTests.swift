import Foundation
import TestKit
import Testing

@testable import Check

@Suite struct CheckListTests {
    @Test func listsEveryFileOfTheChecksFolder() throws {
        let folder = TestData.packageRoot + "/Sources/Check/Checks"
        let files = try FileManager.default.contentsOfDirectory(atPath: folder)
            .filter { $0.hasSuffix(".swift") && $0 != "Check.swift" }.map { String($0.dropLast(6)) }
        let listed = allChecks.map { String(describing: $0) }
        let missing = files.filter { !listed.contains($0) }.sorted().map { "    \($0).self," }
        #expect(missing.isEmpty, "write into allChecks:\n\(missing.joined(separator: "\n"))")
        #expect(Set(listed).subtracting(files).isEmpty, "a check stands in a file of another name")
        #expect(Set(listed).count == listed.count, "a check is listed twice")
    }

    @Test func listsChecksInAlphabeticalOrder() {
        let listed = allChecks.map { String(describing: $0) }
        #expect(listed == listed.sorted { $0.lowercased() < $1.lowercased() })
    }

    @Test func namesChecksAsTheirTypes() {
        for type in allChecks {
            let name = type.id.split(separator: "-").joined()
            #expect(name == String(describing: type).lowercased())
        }
    }

    @Test func hasATestForEveryCheck() throws {
        let folder = TestData.packageRoot + "/Tests/CheckTests/Checks"
        let files = Set(try FileManager.default.contentsOfDirectory(atPath: folder))
        let missing = allChecks.map { String(describing: $0) + "Tests.swift" }.filter { !files.contains($0) }
        #expect(missing.isEmpty)
    }
}
