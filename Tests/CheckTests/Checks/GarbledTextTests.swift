import Testing

@testable import Check

@Suite struct GarbledTextTests {
    @Test func findsTextDecodedOrEscapedTwice() throws {
        try Checking().expect(
            GarbledText.self,
            finds: "# Links\n* [It1️⃣â€™2️⃣s](https://a.org)\n* [Caf3️⃣Ã©4️⃣](https://b.org) 5️⃣&amp;amp;6️⃣ more\n")
    }

    @Test func keepsLettersEntitiesAddressesAndCode() throws {
        try Checking().expect(
            GarbledText.self,
            finds: "# Links\n* [Châlons, São & Ä €](https://a.org/Ã©) &amp; `â€™` `&amp;lt;` &lt;\n<!-- â€™ -->\n")
    }
}
