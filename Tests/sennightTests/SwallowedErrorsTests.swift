import Address
import Foundation
import TestKit
import Testing

/// Whoever drops an error says why that does no harm.
struct SwallowedErrorsTests {
    private static let words = [" ", "("].map { $0 + "try" + "?" }
    /// Parsing what a stranger wrote: nil is its answer.
    private static let parsing = [
        "WebAddress(", "WebHost(", "ecoder", "decode", "Element(from", "LenientList", "resolving(", "Task.sleep(",
    ]

    /// Lines that drop an error without a comment on them or above them.
    private static func unexplained(_ text: String) -> [Int] {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.drop { $0 == " " } }
        return lines.indices.filter { index in
            let line = lines[index]
            let padded = " \(line)"
            guard words.contains(where: { padded.contains($0) }), !line.hasPrefix("//"),
                !parsing.contains(where: { padded.contains($0) })
            else { return false }
            return !line.contains("// ") && !(index > 0 && lines[index - 1].hasPrefix("//"))
        }
    }

    @Test(arguments: [
        ("let a = try? read()", [0]), ("// Costs time only.\nlet a = try? read()", []),
        ("let a = try? read()  // Costs time only.", []), ("let a = try? WebAddress(text)", []),
        ("let a = 1\nlet b = (try? list(a)) ?? []", [1]), ("/// What try? does.", []), ("let a = try read()", []),
    ])
    func findsWhatIsUnexplained(text: String, lines: [Int]) {
        #expect(Self.unexplained(text) == lines)
    }

    @Test func explainsEveryErrorThatIsDropped() throws {
        let root = URL(filePath: TestData.packageRoot + "/Sources")
        let files = try #require(FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil))
        var found: [String] = []
        for case let file as URL in files where file.pathExtension == "swift" && !file.path().contains("/TestKit/") {
            let lines = Self.unexplained(try String(contentsOf: file, encoding: .utf8))
            found += lines.map { "\(file.path().dropFirst(root.path().count)):\($0 + 1)" }
        }
        #expect(found.isEmpty, "say above these lines why the error may be dropped, or throw it")
    }
}
