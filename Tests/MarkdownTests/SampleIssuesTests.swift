import Newsletter
import TestKit
import Testing

/// Whether the sample issues are there, and hold what they were written for.
@Suite struct SampleIssuesTests {
    @Test func holdEveryKindOfSection() throws {
        #expect(TestIssue.samples.count >= 12)
        let sections = try TestIssue.samples.flatMap { try $0.read().sections }
        #expect(Set(sections.map(\.kind)) == Set(SectionKind.allCases))
    }

    @Test func holdUnusualBytes() throws {
        let texts = try TestIssue.samples.map { try $0.bytes() }
        #expect(texts.contains { $0.starts(with: [0xEF, 0xBB, 0xBF]) })
        #expect(texts.contains { $0.last != 0x0A })
        #expect(texts.contains { $0.contains(0x09) })
        // Nothing on the way, such as git, has changed the line ends.
        #expect(texts.filter { $0.contains(0x0D) }.count == 2)
    }

    @Test(arguments: TestIssue.samples)
    func areReadAsBefore(_ issue: TestIssue) throws {
        let lines = try issue.read().sections.flatMap { section in
            ["\(section.level) \(section.kind.rawValue): \(section.title)"]
                + section.entries.map { entry in
                    let lines = "\(entry.range.start.line)-\(entry.range.end.line)"
                    return "    \(lines) \(entry.line) \(entry.urls.dropFirst().joined(separator: " "))"
                }
        }
        let text = lines.map { $0.trimmingSuffix(" ") + "\n" }.joined()
        #expect(Golden.difference(Array(text.utf8), from: "issues/\(issue.name).txt") == nil)
    }
}

extension String {
    fileprivate func trimmingSuffix(_ suffix: Character) -> String {
        var text = self
        while text.last == suffix { text.removeLast() }
        return text
    }
}
