import Testing

@testable import Check

@Suite struct UnbalancedLinkTextTests {
    @Test func findsBracketsWithoutTheirOtherHalf() throws {
        try Checking().expect(
            UnbalancedLinkText.self, finds: "# Links\n* [A 1️⃣(2️⃣part 2](https://a.org)\n* [Bee3️⃣)4️⃣](https://b.org)\n")
    }

    @Test func keepsPairsFacesListsAndCode() throws {
        try Checking().expect(
            UnbalancedLinkText.self,
            finds: "# Links\n* [A (1) :)](https://a.org)\n* [1) B `(`](https://b.org)\n* [\\(](https://c.org)\n")
    }
}
