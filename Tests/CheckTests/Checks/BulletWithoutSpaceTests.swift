import Testing

@testable import Check

@Suite struct BulletWithoutSpaceTests {
    @Test func findsBulletsThatAreNone() throws {
        try Checking().expect(
            BulletWithoutSpace.self,
            finds: "# Links\n* [A](https://a.org)\n1️⃣*2️⃣[B](https://b.org)\n3️⃣-4️⃣2025-06-19 | Berlin\n")
    }

    @Test func keepsEmphasisAndRules() throws {
        try Checking().expect(
            BulletWithoutSpace.self,
            finds: "# Links\n*[A](https://a.org) is good*\n\n---\n\n*[B](https://b.org)\nis good*\n\n-5 degrees\n")
    }

    @Test func putsTheBlankIn() throws {
        #expect(
            try Checking().fixed(BulletWithoutSpace.self, "# Links\n*[B](https://b.org)\n")
                == "# Links\n* [B](https://b.org)\n")
    }
}
