import Newsletter
import Testing

@testable import Check

@Suite struct UnknownCheckTests {
    @Test func findsNamesThatNoCheckHas() throws {
        try Checking().expect(
            UnknownCheck.self,
            finds: """
                # Links
                <!-- sennight-ignore: 1️⃣duplicat-link2️⃣, self-link -->
                * [A](https://a.org) <!-- 3️⃣sennight-ignore4️⃣ -->
                <!-- sennight-ignore-file: 5️⃣nothing-such6️⃣ -->
                """)
    }

    @Test func guessesWhatWasMeant() throws {
        #expect(
            try Checking().mended(UnknownCheck.self, "# Links\n<!-- sennight-ignore: duplicat-link -->\n")
                == "# Links\n<!-- sennight-ignore: duplicate-link -->\n")
    }

    @Test func keepsQuietOfChecksAndOtherComments() throws {
        try Checking().expect(
            UnknownCheck.self,
            finds: "# Links\n<!-- sennight-ignore: self-link -->\n<!-- ignore: me -->\n* [A](https://a.org)\n")
    }
}
