import Markdown
import Newsletter
import Testing

@testable import Check

@Suite struct FindingDiffTests {
    /// Findings on lines of a text, `id line`.
    private func findings(_ wanted: String..., in text: SourceText) -> [Finding] {
        wanted.map { words in
            let parts = words.split(separator: " ")
            let start = text.start(ofLine: Int(parts[1]) ?? 0)
            return Finding(
                id: String(parts[0]), severity: .error, file: "a.md", range: text.range(start..<(start + 1)),
                summary: words, explanation: "", notes: [], fixes: [])
        }
    }

    @Test func knowsALineWhereverItStands() {
        let (old, new) = (SourceText(Array("x\ny\n".utf8)), SourceText(Array("y\nz\n  x \r\n".utf8)))
        let comparison = FindingDiff(
            findings("a 1", "a 2", "a 3", "b 1", in: new), in: new, with: findings("a 1", "a 2", in: old), in: old)
        #expect(comparison.shared.map(\.summary) == ["a 1", "a 3"])
        #expect(comparison.new.map(\.summary) == ["a 2", "b 1"])
    }

    @Test func countsFindingsOfOneLine() {
        let text = SourceText(Array("x\nx".utf8))
        let comparison = FindingDiff(
            findings("a 1", "a 1", "a 2", in: text), in: text, with: findings("a 1", in: text), in: text)
        #expect(comparison.shared.count == 1 && comparison.new.count == 2)
    }
}
