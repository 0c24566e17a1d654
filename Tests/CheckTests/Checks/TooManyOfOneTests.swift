import Newsletter
import Testing

@testable import Check

@Suite struct TooManyOfOneTests {
    @Test func findsWhatGoesBeyondTheLimit() throws {
        try Checking { $0.entriesPerAuthor = 1 }.expect(
            TooManyOfOne.self,
            finds:
                "# Links\n* [A](https://a.org/1)\n* [B](1️⃣https://www.a.org/22️⃣)\n* [C](https://medium.com/@x/1)\n* [D](https://medium.com/@y/1)\n* [E](3️⃣https://medium.com/@x/24️⃣)\n"
        )
    }

    @Test func keepsVideosAndPublicationsWithoutALimit() throws {
        let text = "# Links\n* [A](https://youtu.be/1)\n* [B](https://youtu.be/2)\n"
        try Checking { $0.entriesPerAuthor = 1 }.expect(TooManyOfOne.self, finds: text)
        try Checking().expect(TooManyOfOne.self, finds: "# Links\n* [A](https://a.org/1)\n* [B](https://a.org/2)\n")
    }
}
