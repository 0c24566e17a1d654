import Foundation
import Testing
import TestKit

@testable import Build

@Suite struct OutputListTests {
    @Test func listsEveryFileOfTheOutputsFolder() throws {
        let folder = TestData.packageRoot + "/Sources/Build/Outputs"
        let files = try FileManager.default.contentsOfDirectory(atPath: folder)
            .filter { $0.hasSuffix(".swift") && $0 != "Output.swift" }.map { String($0.dropLast(6)) }
        let listed = allOutputs.map { String(describing: $0) }
        let missing = files.filter { !listed.contains($0) }.sorted().map { "    \($0).self," }
        #expect(missing.isEmpty, "write into allOutputs:\n\(missing.joined(separator: "\n"))")
        #expect(Set(listed).subtracting(files).isEmpty, "an output stands in a file of another name")
        #expect(Set(listed).count == listed.count, "an output is listed twice")
    }

    @Test func listsOutputsInAlphabeticalOrder() {
        let listed = allOutputs.map { String(describing: $0) }
        #expect(listed == listed.sorted { $0.lowercased() < $1.lowercased() })
    }
}
