import Text
import Testing

@testable import Newsletter

@Suite struct AssetNameTests {
    @Test func putsTheHashBeforeTheEnding() {
        let content = Fingerprint(of: Array("body {}".utf8))
        let hash = content.description.prefix(8)
        #expect(AssetName.hashed("style.css", content) == "style.\(hash).css")
        #expect(AssetName.hashed("search/search.js", content) == "search/search.\(hash).js")
        #expect(AssetName.isHashed(AssetName.hashed("style.css", content)))
    }

    @Test(arguments: [
        "style.1a2b3c4d.css", "style.12345678.css", "assets/app-0123456789abcdef.mjs", "f/inter_1a2b3c4d5e.WOFF2",
        "search/d-a1b2-0.txt", "search/t-zzzz-13.txt",
    ])
    func recognizesNamesWithHash(path: String) { #expect(AssetName.isHashed(path)) }

    @Test(arguments: [
        "style.css", "images/20260728-party.png", "images/19991231.jpg", "images/facade.png",
        "blog/1a2b3c4d/index.html",
        "1a2b3c4d.html", "feed.1a2b3c4d.xml", "search/manifest.txt", "search/search.js", "notes/d-a1b2-0.txt",
        ".1a2b3c4d",
        "search/d-a1b2-.txt", "robots.txt", "",
    ])
    func recognizesOtherNames(path: String) { #expect(!AssetName.isHashed(path)) }
}
