import Markdown
import Newsletter
import Testing

/// Texts that would keep the parser busy or fill the memory are refused in a sentence; what people write is not.
@Suite struct ParserLimitsTests {
    private static let header = "Title: A\nDate: 2025-06-18\n\n"

    private func fault(of text: String) -> String? {
        do {
            _ = try read(Self.header + text, parts: [.body, .sections])
            return nil
        } catch {
            return error.all.map(\.description).joined(separator: "\n")
        }
    }

    @Test(arguments: [
        String(repeating: "> ", count: 30_000) + String(repeating: "b[", count: 30_000),
        String(repeating: "1. ", count: 201) + "a\n", "a\n\n" + String(repeating: "- + ", count: 101) + "a\n",
    ])
    func refusesNestingBeforeItIsParsed(text: String) {
        #expect(fault(of: text)?.contains("error: more than 200 levels of nesting. Split the list") == true)
    }

    @Test(arguments: ["# a\n", "+\n", "[a]: b\n", "\n"]) func refusesMoreLinesThanAnyIssueHas(line: String) {
        #expect(fault(of: String(repeating: line, count: 99_000)) == nil)
        #expect(
            fault(of: String(repeating: line, count: 100_000))
                == "issue.md: error: the file has 100004 lines, but an issue can't have more than 100000. "
                + "Remove repeated text, or split the file")
    }

    @Test func refusesDeepListsInLongFiles() {
        let list = (0..<90).map { String(repeating: "  ", count: $0) + "- a\n" }.joined()
        #expect(fault(of: list + String(repeating: "\n", count: 1000)) == nil)
        #expect(
            fault(of: String(repeating: " ", count: 1200) + "a\n" + String(repeating: "\n", count: 90_000))?.contains(
                "a list nested this deep, or") == true
        )
    }

    private static func table(columns: Int, rows: Int, mark: String = "") -> String {
        mark + String(repeating: "|a", count: columns) + "|\n" + mark + String(repeating: "|-", count: columns) + "|\n"
            + String(repeating: mark + "|a|\n", count: rows)
    }

    @Test(arguments: ["", "> ", "  "])
    func refusesTablesThatLackManyCells(mark: String) {
        #expect(
            fault(of: Self.table(columns: 5000, rows: 2000, mark: mark))?.hasSuffix(
                "error: the rows of tables lack more than 100000 cells. "
                    + "Give the rows as many cells as the table has columns") == true)
    }

    @Test func countsTheCellsOfAllTables() {
        let one = Self.table(columns: 100, rows: 100) + "\n"
        #expect(fault(of: one) == nil)
        #expect(fault(of: String(repeating: one, count: 20))?.contains("lack more than") == true)
    }

    @Test(arguments: [
        String(repeating: "|", count: 60_000) + "\n|-|\n",
        "a\n" + String(repeating: "|-", count: 60_000) + "\n",
        "a|b|c\n" + String(repeating: "|-|\n", count: 20_000),
        String(repeating: "x|y\n-|-|-\n", count: 5000),
        String(repeating: "a b c\n", count: 20_000) + String(repeating: ":-\n", count: 2000),
    ])
    func refusesWhatIsTakenForTablesAgainAndAgain(text: String) {
        #expect(fault(of: text)?.contains("error: a table with too many cells") == true)
    }

    @Test(arguments: [
        (String(repeating: "![", count: 20_000) + String(repeating: "[a](b)", count: 20_000), "'!['"),
        ("text\n" + String(repeating: "a <?", count: 50_000), "'<!' or '<?'"),
        (String(repeating: "a <!A ", count: 50_000), "'<!' or '<?'"),
        (String(repeating: "* a <![CDATA[\n", count: 50_000), "'<!' or '<?'"),
    ])
    func refusesMarksThatAreOpenedAgainAndAgain(text: String, mark: String) {
        let fault = fault(of: text)
        #expect(fault?.hasPrefix("issue.md:4:1: error: a paragraph contains \(mark) ") == true)
        #expect(fault?.contains(" times. Split the paragraph by blank lines, or remove it") == true)
    }

    @Test(arguments: [
        "[a]: " + String(repeating: "u", count: 50_000) + "\n\n" + String(repeating: "[a]", count: 50_000),
        String(repeating: "*a", count: 500_000),
    ])
    func refusesTextsThatFillTheMemory(text: String) {
        #expect(
            fault(of: text)
                == "issue.md: error: the text has so much markup that reading it takes more than 128 MB. "
                + "Remove repeated text, or split the file")
        // The memory of the refused text is free again.
        #expect(html("*a*") == "<p><em>a</em></p>\n")
    }

    @Test(arguments: [
        "[a]: " + String(repeating: "u", count: 20_000) + "\n\n" + String(repeating: "[a]", count: 3000),
        "[a]: u '" + String(repeating: "t\n", count: 10_000) + "'\n\n" + String(repeating: "![a] ", count: 3000),
    ])
    func refusesLongAddressesUsedOverAndOver(text: String) {
        #expect(
            fault(of: text)?.hasPrefix("issue.md: error: the long URLs of some definitions are used so") == true)
    }

    @Test(arguments: [
        table(columns: 40, rows: 1000),
        String(repeating: "|a", count: 200) + "|\n" + String(repeating: "|-", count: 200) + "|\n"
            + String(repeating: String(repeating: "|b", count: 200) + "|\n", count: 100),
        String(repeating: "|a|b|c|\n|-|-|-|\n|1|2|3|\n\n", count: 2000),
        String(repeating: "[![a](b)](c) ", count: 2000),
        String(repeating: "<!-- a -->\n", count: 2000), String(repeating: "text:\n---\n\n", count: 2000),
        String(repeating: "* ", count: 300) + "\n\n" + String(repeating: "-", count: 3000) + "\n",
        String(repeating: " ", count: 3000) + "a\n" + String(repeating: "a\n", count: 3000),
        String(repeating: "[a] [long address](https://a.example/a/b/c/d/e/f)\n", count: 5000)
            + "\n[a]: https://a.example\n",
        String(repeating: "a | b\n", count: 2000), String(repeating: "The end -\n", count: 2000),
    ])
    func readsWhatIsOnlyLong(text: String) {
        #expect(fault(of: text) == nil)
    }
}
