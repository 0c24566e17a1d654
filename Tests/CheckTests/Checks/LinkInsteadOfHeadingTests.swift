import Testing

@testable import Check

@Suite struct LinkInsteadOfHeadingTests {
    private func checking() async throws -> Checking {
        let text = "# Calls\n### [Cargo](https://c.org)\n* [A](https://a.org)\n"
        return try await Checking().after(["2025-05-28": text, "2025-06-04": text, "2025-06-11": text])
    }

    @Test func findsHeadingsWithoutTheirSigns() async throws {
        let checking = try await checking()
        let text = "# Calls\n\n1️⃣[Cargo](https://c.org)2️⃣\n* [A](https://a.org)\n"
        try checking.expect(LinkInsteadOfHeading.self, finds: text)
        #expect(
            try checking.mended(LinkInsteadOfHeading.self, "# Calls\n\n[Cargo](https://c.org)\n")
                == "# Calls\n\n### [Cargo](https://c.org)\n")
    }

    @Test func keepsOtherLinksAndItems() async throws {
        let checking = try await checking()
        try checking.expect(
            LinkInsteadOfHeading.self,
            finds: "# Calls\n\n[Clippy](https://c.org)\n\n* [Cargo](https://c.org)\n\n[Cargo](https://c.org) is out.\n")
        try Checking().expect(LinkInsteadOfHeading.self, finds: "# Calls\n\n[Cargo](https://c.org)\n")
    }
}
