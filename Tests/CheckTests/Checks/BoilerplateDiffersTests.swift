import Testing

@testable import Check

@Suite struct BoilerplateDiffersTests {
    private static let text =
        "Always wanted to contribute to open-source projects but did not know where to start? [Look](https://a.org/1) here.\n"

    private func checking() async throws -> Checking {
        let text = "# Links\n" + Self.text
        return try await Checking().after(["2025-05-28": text, "2025-06-04": text, "2025-06-11": text])
    }

    @Test func findsAParagraphWithOtherWords() async throws {
        let changed = Self.text.replacing("did not know", with: "did know")
        let checking = try await checking()
        try checking.expect(
            BoilerplateDiffers.self, finds: "# Links\n1️⃣" + changed.dropLast() + "2️⃣\n")
        let finding = try #require(try checking.findings(BoilerplateDiffers.self, "# Links\n" + changed).first)
        #expect(finding.explanation == "'not' is missing here.")
    }

    @Test func keepsTheSameWordsAndOtherTexts() async throws {
        let checking = try await checking()
        let other = "Something else entirely that is long enough to be compared with what others say.\n"
        try checking.expect(
            BoilerplateDiffers.self,
            finds: "# Links\n" + Self.text.replacing("a.org/1", with: "b.org/2") + "\n" + other)
        try checking.expect(
            BoilerplateDiffers.self, finds: "# Links\n" + Self.text + "\n" + Self.text.replacing("not", with: ""))
        try Checking().expect(BoilerplateDiffers.self, finds: "# Links\n" + Self.text)
    }
}
