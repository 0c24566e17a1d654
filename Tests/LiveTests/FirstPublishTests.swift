import Context
import Foundation
import Live
import Testing
import TestKit
import Text

@Suite struct FirstPublishTests {
    private let files = ["index.html": "home", "blog/2026/a/index.html": "a"]

    @Test func makesAMissingFolderAndThoseAboveIt() async throws {
        let scratch = try ScratchFolder()
        let report = try await scratch.publish(files, to: "some/where/site")
        #expect(report == PublishReport(written: 2, unchanged: 0, removed: 0))
        #expect(try scratch.site("some/where/site") == files)
        #expect(scratch.names(in: "some/where") == ["site"])
    }

    @Test func fillsAnEmptyFolder() async throws {
        let scratch = try ScratchFolder()
        try FileManager.default.createDirectory(atPath: scratch.path("site"), withIntermediateDirectories: true)
        try await scratch.publish(files)
        #expect(try scratch.site() == files)
        #expect(scratch.exists("site/.sennight-manifest"))
    }

    @Test func copiesFiles() async throws {
        let scratch = try ScratchFolder()
        let source = try scratch.write("picture.png", [0, 255, 10])
        let product = Product(path: "images/p.png", fingerprint: Fingerprint(.text("p")), content: .copy(of: source))
        try await scratch.publish([product])
        #expect(FileManager.default.contents(atPath: scratch.path("site/images/p.png")) == Data([0, 255, 10]))
    }

    @Test func publishesBehindASymbolicLink() async throws {
        let scratch = try ScratchFolder()
        try await scratch.publish(files, to: "real")
        try FileManager.default.createSymbolicLink(atPath: scratch.path("site"), withDestinationPath: "real")
        try await scratch.publish(["index.html": "new"])
        #expect(try scratch.site("real") == ["index.html": "new"])
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: scratch.path("site")) == "real")
        #expect(scratch.names(in: "") == [".real.previous", "real", "site"])
    }

    @Test func takesATrailingSlash() async throws {
        let scratch = try ScratchFolder()
        try await scratch.publish(files, to: "site/")
        try await scratch.publish(["index.html": "new"], to: "site/")
        #expect(try scratch.site() == ["index.html": "new"])
        #expect(scratch.names(in: "") == [".site.previous", "site"])
    }

    @Test func refusesAFileInPlaceOfTheFolder() async throws {
        let scratch = try ScratchFolder()
        try scratch.write("site", "a file")
        let error = await #expect(throws: FolderPublisher.Refusal.self) { try await scratch.publish(files) }
        #expect(error?.description == "\(scratch.path("site")): error: the output isn't a folder. Choose another path")
        #expect(try scratch.text("site") == "a file")
    }
}
