import Testing

@testable import Check

@Suite struct BracketsInURLTests {
    @Test func findsRoundBrackets() throws {
        try Checking().expect(BracketsInURL.self, finds: "# Links\n* [A](https://a.org/b_1️⃣(c)2️⃣.html)\n")
    }

    @Test func keepsAddressesWithout() throws {
        try Checking().expect(BracketsInURL.self, finds: "# Links\n* [A (b)](https://a.org/%28c%29) (see)\n")
    }

    @Test func escapesThem() throws {
        #expect(
            try Checking().fixed(BracketsInURL.self, "# Links\n* [A](https://a.org/b_(c).html)\n")
                == "# Links\n* [A](https://a.org/b_%28c%29.html)\n")
    }
}
