import Newsletter
import Testing

@testable import Check

@Suite struct RepeatedPickTests {
    private func checking() async throws -> Checking {
        var checking = Checking()
        checking.publication.sections.append(SectionRule(kind: .pick, headings: ["Crate of the Week"]))
        let usual = "\n[Submit your suggestions](https://forum.org)!\n"
        return try await checking.after([
            "2025-06-04": "# Crate of the Week\nThis week's crate is [a](https://a.org).\n" + usual,
            "2025-06-11": "# Crate of the Week\nThis week's crate is [b](https://b.org).\n" + usual,
        ])
    }

    @Test func findsTheLastPick() async throws {
        try await checking().expect(
            RepeatedPick.self,
            finds:
                "# Crate of the Week\nThis week's crate is [b](1️⃣https://b.org2️⃣).\n\n[Submit your suggestions](https://forum.org)!\n"
        )
    }

    @Test func keepsANewOneAndOtherSections() async throws {
        try await checking().expect(
            RepeatedPick.self,
            finds:
                "# Crate of the Week\nThis week's crate is [c](https://c.org).\n# News\nThis week's crate is [b](https://b.org).\n"
        )
    }
}
