import Testing

@testable import Check

@Suite struct TitleDiffersFromURLTests {
    @Test func findsAWordThatDiffersByALetter() throws {
        try Checking().expect(
            TitleDiffersFromURL.self,
            finds: "# Links\n* [1️⃣Understading2️⃣ Rust async traits](https://a.org/blog/understanding-rust-async-traits)\n"
        )
    }

    @Test func keepsFormsSpellingsAndShortWords() throws {
        try Checking().expect(
            TitleDiffersFromURL.self,
            finds: """
                # Links
                * [Understanding Rust async traits](https://a.org/understanding-rust-async-trait)
                * [The colour of async functions](https://a.org/the-color-of-async-functions)
                * [We optimise async functions here](https://a.org/we-optimize-async-functions-here)
                * [Rust is fast in the kitchen](https://a.org/rust-in-the-kitchen-is-fist)
                """)
    }
}
