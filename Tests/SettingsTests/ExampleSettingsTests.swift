import Foundation
import Newsletter
import Settings
import TestKit
import Testing

@Suite struct ExampleSettingsTests {
    private static let folder = TestData.packageRoot + "/Examples"

    /// Of publications; the workflows are for any of them.
    private static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
        .filter { $0 != "workflows" }

    @Test(arguments: names.sorted())
    func readsTheSettingsThatAreShipped(name: String) throws {
        let file = "\(Self.folder)/\(name)/sennight.yaml"
        let text = try String(contentsOfFile: file, encoding: .utf8)
        let publication = try SettingsReader.publication(from: text, file: file) { _ in "" }
        #expect(!publication.title.isEmpty && !publication.sections.isEmpty)
    }

    @Test func shipsThoseOfTheReferencePublication() throws {
        #expect(Self.names.contains("this-week-in-rust"))
        let text = try String(contentsOfFile: Self.folder + "/this-week-in-rust/sennight.yaml", encoding: .utf8)
        let publication = try settings(text)
        #expect(publication.timeZone == "America/New_York" && publication.feedItems == 4)
        #expect(publication.issueAddress == "/blog/{year}/{month}/{day}/{slug}/")
        #expect(publication.legacy.map(\.address) == ["/blog/2014/07/15/state-of-rust-0.11.0/"])
        // Every kind of section has its headings, but for that which needs none to be read.
        #expect(Set(publication.sections.map(\.kind)) == Set(SectionKind.allCases))
    }
}
