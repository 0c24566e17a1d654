import Testing

@testable import Check

@Suite struct UnfinishedSentenceTests {
    @Test func findsSentencesThatEndWithAnArticle() throws {
        try Checking().expect(
            UnfinishedSentence.self,
            finds: "# Links\nNote: 1️⃣the2️⃣ \n\nThis is [a](https://a.org), 3️⃣a4️⃣ .\n\n* See 5️⃣the6️⃣\n"
        )
    }

    @Test func keepsWholeSentences() throws {
        try Checking().expect(
            UnfinishedSentence.self, finds: "# Links\nPlan A\n\nThis is the\nend.\n\n* vitamin a.\n\nA\n")
    }
}
