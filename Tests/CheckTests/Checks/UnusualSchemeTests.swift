import Testing

@testable import Check

@Suite struct UnusualSchemeTests {
    @Test func findsSchemesThatMostHaveNoProgramFor() throws {
        try Checking().expect(
            UnusualScheme.self, finds: "# Links\n* [A](1️⃣irc://irc.a.org/#b2️⃣)\n* [B](3️⃣javascript:alert(1)4️⃣)\n")
    }

    @Test func keepsTheWebsAndMails() throws {
        try Checking().expect(
            UnusualScheme.self,
            finds: "# Links\n* [A](https://a.org) [B](HTTP://b.org) [C](mailto:c@d.org) [D](hhttps://e.org)\n")
    }
}
