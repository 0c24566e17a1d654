import Testing

@testable import Check

@Suite struct VirtualInRegionTests {
    private let event = " | [O](https://o.org)\n  * [**T**](https://o.org/1)\n"

    @Test func findsVirtualEventsUnderARegion() throws {
        try Checking().expect(
            VirtualInRegion.self, finds: "# Events\n## Europe\n* 2025-06-19 | Virtual (1️⃣Bern, CH2️⃣)\(event)")
    }

    @Test func findsPlacesUnderVirtualOnes() throws {
        try Checking().expect(
            VirtualInRegion.self,
            finds:
                "# Events\n## Virtual\n* 2025-06-18 | Virtual (Lima, PE)\(event)* 2025-06-19 | 1️⃣Bern, CH2️⃣\(event)* 2025-06-20 | Online\(event)"
        )
    }

    @Test func keepsPlacesWhereTheHeadingIsEnough() throws {
        try Checking().expect(
            VirtualInRegion.self,
            finds: "# Events\n## Virtual\n* 2025-06-18 | Lima, PE\(event)* 2025-06-19 | Bern, CH\(event)")
    }

    @Test func keepsHybridEventsInBoth() throws {
        try Checking().expect(
            VirtualInRegion.self,
            finds:
                "# Events\n## Virtual\n* 2025-06-19 | Hybrid (Bern, CH)\(event)* 2025-06-19 | Virtual\(event)## Europe\n* 2025-06-19 | Hybrid (Bern, CH)\(event)"
        )
    }
}
