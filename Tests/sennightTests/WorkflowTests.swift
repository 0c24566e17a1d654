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

    @Test func checksWhatItInstalls() {
        #expect(commands.contains { $0.contains("sha256sum --check --strict") })
    }

    /// A cache of the main branch can be written by every workflow there, also by those that strangers set off.
    @Test func restoresNoCache() {
        #expect(!lines.contains { $0.contains("actions/cache") || $0.contains("restore-keys") })
    }

    @Test func pinsEveryActionByCommit() throws {
        let root = URL(filePath: TestData.packageRoot)
        var used: [Substring] = []
        for folder in ["Examples", "Guides", ".github", "action.yml", "README.md"] {
            for file in Self.files(in: root.appending(path: folder)) {
                guard ["yml", "yaml", "md"].contains(file.pathExtension) else { continue }
                let text = try String(contentsOf: file, encoding: .utf8)
                used += text.matches(of: #/(?m)^[ -]*uses: *([^ \n]+.*)$/#).map(\.output.1)
            }
        }
        #expect(used.count >= 5)
        for action in used {
            // Of this very repository, or by 40 digits with the version that they are.
            let isPinned = action.hasPrefix("./") || action.contains(#/^[\w.\/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/#)
            #expect(isPinned, "\(action)")
        }
    }

    private static func files(in place: URL) -> [URL] {
        let below = FileManager.default.enumerator(at: place, includingPropertiesForKeys: nil)?.compactMap {
            $0 as? URL
        }
        return [place] + (below ?? [])
    }
}
