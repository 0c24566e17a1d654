import Newsletter
import Testing

@testable import Check

@Suite struct DoubledWordTests {
    @Test func findsWordsTwiceInARow() throws {
        try Checking().expect(
            DoubledWord.self, finds: "# Links\n* [Add it to 1️⃣to2️⃣ the list](https://a.org)\n\nThe 3️⃣the4️⃣ crate.\n")
        #expect(
            try Checking().mended(DoubledWord.self, "# Links\nWith with a crate\n") == "# Links\nWith a crate\n")
    }

    @Test func keepsIdentifiersAddressesAndOtherWords() throws {
        try Checking().expect(
            DoubledWord.self,
            finds:
                "# Links\n* [How to to_string, is_to to](https://a.org/to%20to) `to to`\n\nThat that, had had; in to. To a Be be\n"
                .replacing(" Be be", with: " Be Be"))
    }

    @Test func onlyHintsInQuotations() throws {
        let findings = try Checking().findings(DoubledWord.self, "# Quote\n> It is as as good.\n")
        #expect(findings.map(\.severity) == [.hint])
        #expect(findings.map(\.fixes) == [[]])
    }
}
