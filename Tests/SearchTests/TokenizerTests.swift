import Testing

@testable import Search

/// What searchers type and what is written meet in the same tokens.
@Suite struct TokenizerTests {
    @Test(arguments: [
        ("C++ and C# on .NET", "c++ and c# on net .net"),
        ("#[derive(Debug)]", "derive #[derive debug"),
        ("Option<T>", "option t option<t>"),
        ("async/await", "async await async/await"),
        ("a/b/c", "a b c"),
        ("no_std", "no std no_std"),
        ("__read_to_string_(x)", "read to string read_to_string x"),
        ("a__b", "a b"),
        ("std::fs", "std fs std::fs"),
        ("tokio 1.0", "tokio 1.0"),
        ("What's new, don\u{2019}t", "what new don"),
        ("Éléphant STRASSE Straße", "elephant strasse strasse"),
        ("検索機能", "検索 索機 機能 能"),
        ("", ""),
        ("+++ -- ##", ""),
    ])
    func cutsForIndex(text: String, tokens: String) {
        #expect(Self.tokens(of: text, isForIndex: true) == tokens)
    }

    @Test func omitsLastCharacterInQuery() {
        #expect(Self.tokens(of: "検索機", isForIndex: false) == "検索 索機")
        #expect(Self.tokens(of: "検", isForIndex: false) == "検")
    }

    @Test func dropsWordsOfMoreThanFortyCharacters() {
        let long = String(repeating: "a", count: 41)
        #expect(Self.tokens(of: "\(long) b", isForIndex: true) == "b")
    }

    private static func tokens(of text: String, isForIndex: Bool) -> String {
        let folded = TextFolding.folded(text)
        var tokens: [String] = []
        Tokenizer.scan(folded, isForIndex: isForIndex) { range, _ in
            tokens.append(String(decoding: folded[range], as: UTF8.self))
        }
        return tokens.joined(separator: " ")
    }
}
