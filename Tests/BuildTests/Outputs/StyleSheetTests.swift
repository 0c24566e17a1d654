import Testing

@Suite struct StyleSheetTests {
    @Test func changesItsAddressWithItsContent() async throws {
        let weekly = try await MemoryPublication.built(SmallWeekly.files)
        #expect(weekly.text("style.css") == "body {}")
        let before = try #require(address(on: weekly))
        weekly.write("theme/style.css", "body { color: red }")
        try await weekly.build()
        #expect(weekly.text("style.css") == "body { color: red }")
        #expect(try #require(address(on: weekly)) != before)
    }

    private func address(on weekly: MemoryPublication) -> Substring? {
        weekly.text("index.html").split(separator: "<link rel=\"stylesheet\" href=\"").last?.split(separator: "\"")
            .first
    }
}
