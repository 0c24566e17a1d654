import Testing

@testable import Check

@Suite struct NameDiffersFromURLTests {
    @Test func findsNamesThatDifferByALetter() throws {
        try Checking().expect(
            NameDiffersFromURL.self,
            finds: "# Links\nThe crate is [1️⃣flac-coded2️⃣](https://crates.io/crates/flac-codec).\n")
    }

    @Test func keepsTheSameNamePluralsAndOtherWords() throws {
        try Checking().expect(
            NameDiffersFromURL.self,
            finds:
                "# Links\n[Tower_Http](https://a.org/tower-http/) [events](https://b.org/event) [here](https://c.org/there) [fish](https://d.org/dish) [NoVaLUG](https://e.org/@novalug) [`tea-pot`](https://f.org/r/tea_pots/)\n"
        )
    }
}
