import Newsletter
import Testing

@testable import Check

@Suite struct UnknownPlaceCodeTests {
    private let event = " | [O](https://o.org)\n  * [**T**](https://o.org/1)\n"

    @Test func findsCodesThatNobodyHas() throws {
        try Checking().expect(
            UnknownPlaceCode.self,
            finds:
                "# Events\n* 2025-06-19 | Brisbane, 1️⃣QL2️⃣, AU\(event)* 2025-06-19 | Virtual (Buffalo, 3️⃣NY4️⃣)\(event)* 2025-06-20 | Minneapolis, 5️⃣MN US6️⃣\(event)* 2025-06-20 | Oz, 7️⃣XX8️⃣\(event)"
        )
    }

    @Test func keepsOfficialCodesAliasesAndNames() throws {
        try Checking { $0.placeAliases["EU"] = "BE" }.expect(
            UnknownPlaceCode.self,
            finds: """
                # Events
                * 2025-06-19 | London, UK\(event)* 2025-06-19 | Brisbane, QLD, AU\(event)* 2025-06-19 | Brussels, EU\(event)
                * 2025-06-19 | Montreal, Canada\(event)* 2025-06-19 | Milan, MI, IT\(event)* 2025-06-19 | Berlin, DE + Bonn, XX\(event)
                """)
    }

    @Test func namesTheMissingPart() throws {
        #expect(
            try Checking().mended(UnknownPlaceCode.self, "# Events\n* 2025-06-19 | B, QL, AU\(event)").contains(
                "| B, QLD, AU |"))
        #expect(
            try Checking().mended(UnknownPlaceCode.self, "# Events\n* 2025-06-19 | B, NY\(event)").contains(
                "| B, NY, US |"))
        #expect(
            try Checking().mended(UnknownPlaceCode.self, "# Events\n* 2025-06-19 | B, NY US\(event)").contains(
                "| B, NY, US |"))
    }

    @Test func hintsAtNamesAmongCodes() throws {
        let codes = String(repeating: "* 2025-06-19 | Bern, CH\(event)", count: 9)
        let text = "# Events\n\(codes)* 2025-06-20 | Austin, TX, 1️⃣United States2️⃣\(event)"
        try Checking().expect(UnknownPlaceCode.self, finds: text)
        let plain = text.replacing("1️⃣", with: "").replacing("2️⃣", with: "")
        #expect(try Checking().mended(UnknownPlaceCode.self, plain).contains("| Austin, TX, US |"))
        #expect(try Checking().findings(UnknownPlaceCode.self, plain).map(\.severity) == [.hint])
    }
}
