import Testing

@Suite struct ImagesTests {
    @Test func copiesPicturesToTheirAddress() async throws {
        let weekly = try await MemoryPublication.built(SmallWeekly.files)
        #expect(weekly.text("images/cat.png") == "PNG")
    }
}
