import Newsletter
import Testing

@Suite struct StyleSheetTests {
    @Test func changesItsAddressWithItsContent() async throws {
        let weekly = try await MemoryPublication.built(SmallWeekly.files)
        #expect(weekly.text("style.css") == "body {}")
        let before = try #require(address(on: weekly))
        #expect(weekly.text(String(before.dropFirst())) == "body {}")
        #expect(AssetName.isHashed(String(before.dropFirst())))
        weekly.write("theme/style.css", "body { color: red }")
        try await weekly.build()
        #expect(weekly.text("style.css") == "body { color: red }")
        let after = try #require(address(on: weekly))
        #expect(after != before)
        #expect(weekly.text(String(after.dropFirst())) == "body { color: red }")
    }

    private func address(on weekly: MemoryPublication) -> Substring? {
        weekly.text("index.html").split(separator: "<link rel=\"stylesheet\" href=\"").last?.split(separator: "\"")
            .first
    }
}
