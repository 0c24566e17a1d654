import Testing

@testable import Check

@Suite struct EmptyLinkTextTests {
    @Test func findsLinksThatNobodySees() throws {
        try Checking().expect(EmptyLinkText.self, finds: "# Links\n* 1️⃣[](https://a.org/)2️⃣\n* 3️⃣[ ](https://b.org/)4️⃣\n")
    }

    @Test func keepsPicturesAndPlaceholders() throws {
        try Checking().expect(EmptyLinkText.self, finds: "# Links\n![](https://a.org/a.png) [ - ]()\n")
    }
}
