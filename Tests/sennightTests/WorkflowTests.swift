import Foundation
import TestKit
import Testing

/// What a workflow that publications copy must not do.
@Suite struct WorkflowTests {
    private let lines: [String]

    init() throws {
        let file = TestData.packageRoot + "/Examples/workflows/collect.yml"
        lines = try String(contentsOfFile: file, encoding: .utf8).components(separatedBy: "\n")
    }

    /// The lines of all `run: |` blocks.
    private var commands: [String] {
        var found: [String] = []
        var block: Int?
        for line in lines {
            let indent = line.prefix { $0 == " " }.count
            if let start = block, !line.isEmpty, indent <= start { block = nil }
            if block != nil { found.append(line) }
            if line.hasSuffix("run: |") { block = indent }
        }
        return found
    }

    @Test func putsNothingFromOutsideIntoCommands() {
        #expect(commands.count > 20)
        #expect(!commands.contains { $0.contains("${{") })
    }

    @Test func mayDoNoMoreThanItNeeds() throws {
        #expect(lines.contains("permissions: {}"))
        let start = try #require(lines.firstIndex(of: "    permissions:"))
        let granted = lines[(start + 1)...].prefix { $0.hasPrefix("      ") }.map { line in
            line.split(separator: "#")[0].trimmingCharacters(in: .whitespaces)
        }
        #expect(granted == ["contents: write", "pull-requests: write"])
    }

    @Test func pinsWhatItUsesByVersion() {
        let used = lines.filter { $0.contains("uses: ") && !$0.contains("#") }
        #expect(used.count == 2)
        for line in used { #expect(line.contains(#/@v\d+\.\d+\.\d+$/#), "\(line)") }
        #expect(commands.contains { $0.contains("sha256sum --check --strict") })
    }
}
