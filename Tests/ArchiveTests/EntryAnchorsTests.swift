import Testing

@testable import Archive

@Suite struct EntryAnchorsTests {
    /// Links all over the web rely on them.
    @Test func neverChanges() {
        var anchors = EntryAnchors()
        #expect(anchors.id(of: "example.org/a", sectionID: "news") == "eeicijw")
        #expect(anchors.id(of: "example.org/a", sectionID: "news") == "eeicijw-news")
        #expect(anchors.id(of: "example.org/a", sectionID: "news") == "eeicijw-news_2")
        #expect(anchors.id(of: "", sectionID: "news") == nil)
    }

    @Test func dependsOnNoOtherEntry() {
        var alone = EntryAnchors()
        var amongOthers = EntryAnchors()
        _ = amongOthers.id(of: "example.org/b", sectionID: "news")
        #expect(alone.id(of: "example.org/a", sectionID: "x") == amongOthers.id(of: "example.org/a", sectionID: "y"))
    }
}
