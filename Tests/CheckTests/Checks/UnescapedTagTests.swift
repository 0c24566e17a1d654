import Testing

@testable import Check

@Suite struct UnescapedTagTests {
    @Test func findsWhatVanishesAsATag() throws {
        try Checking().expect(
            UnescapedTag.self, finds: "# Links\n* [Vec1️⃣<T>2️⃣ and Map3️⃣<K, V>4️⃣](https://a.org)\n* Poll5️⃣<Option<u8, E>>6️⃣\n")
    }

    @Test func keepsHTMLCodeAndComparisons() throws {
        try Checking().expect(
            UnescapedTag.self,
            finds: "# Links\n<small>a</small> `Vec<T>` a < b > c <https://a.org> \\<T> <img src=\"a\"> <-- \n")
    }

    @Test func escapesIt() throws {
        #expect(
            try Checking().fixed(UnescapedTag.self, "# Links\n* [Poll<Option<T, E>> and Vec<T>](https://a.org)\n")
                == "# Links\n* [Poll\\<Option\\<T, E>> and Vec\\<T>](https://a.org)\n")
    }

    @Test func offersNoFixInCodeThatIsNotClosedYet() throws {
        let found = try Checking().findings(UnescapedTag.self, "# Links\n\nThe `impl Cell<T> + Clone\n\nA Box<T>\n")
        #expect(found.map(\.fixes.isEmpty) == [true, false])
    }
}
