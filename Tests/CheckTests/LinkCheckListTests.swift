import Foundation
import TestKit
import Testing

@testable import Check

@Suite struct LinkCheckListTests {
    @Test func listsEveryFileOfTheFolder() throws {
        let folder = TestData.packageRoot + "/Sources/Check/LinkChecks"
        let files = try FileManager.default.contentsOfDirectory(atPath: folder)
            .filter { $0.hasSuffix(".swift") && $0 != "LinkCheck.swift" }.map { String($0.dropLast(6)) }
        let listed = allLinkChecks.map { String(describing: $0) }
        let missing = files.filter { !listed.contains($0) }.sorted().map { "    \($0).self," }
        #expect(missing.isEmpty, "write into allLinkChecks:\n\(missing.joined(separator: "\n"))")
        #expect(listed == files.sorted(), "a check stands in a file of another name, twice, or out of order")
    }

    @Test func namesChecksAsTheirTypesAndAsNoOther() {
        for type in allLinkChecks {
            #expect(type.id.split(separator: "-").joined() == String(describing: type).lowercased())
        }
        #expect(Set(allChecks.map { $0.id }).isDisjoint(with: allLinkChecks.map { $0.id }))
    }

    @Test func hasATestForEveryCheck() throws {
        let folder = TestData.packageRoot + "/Tests/CheckTests/LinkChecks"
        let files = Set(try FileManager.default.contentsOfDirectory(atPath: folder))
        #expect(allLinkChecks.allSatisfy { files.contains("\($0)Tests.swift") })
    }
}
