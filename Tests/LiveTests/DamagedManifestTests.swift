import Context
import Foundation
import Testing
import TestKit

@testable import Live

/// A list of files that was cut off is not taken for the whole.
@Suite struct DamagedManifestTests {
    private static let files = Dictionary(uniqueKeysWithValues: (0..<30).map { ("\($0)/page.html", "page \($0)") })

    private func cut(keeping share: Double, isShared: Bool) async throws -> ScratchFolder {
        let scratch = try ScratchFolder()
        try await scratch.publish(Self.files)
        if isShared { try scratch.write("site/CNAME", "mine") }
        let bytes = try scratch.bytes("site/.sennight-manifest")
        try scratch.write("site/.sennight-manifest", Array(bytes.prefix(Int(Double(bytes.count) * share))))
        return scratch
    }

    @Test(arguments: [0, 0.01, 0.3, 0.7, 0.999], [false, true])
    func recognizesItsFilesByTheirContents(share: Double, isShared: Bool) async throws {
        let scratch = try await cut(keeping: share, isShared: isShared)
        let report = try await scratch.publish(Self.files)
        #expect(report == PublishReport(written: 0, unchanged: 30, removed: 0))
        let manifest = try #require(try Manifest(of: FolderHandle(at: scratch.path("site"))))
        #expect(manifest.condition == .whole && manifest.entries.count == 30)
        // From then on everything is as it was: what goes is removed, and what is not ours stays.
        try await scratch.publish(["0/page.html": "new"])
        #expect(try scratch.site() == ["0/page.html": "new"].merging(isShared ? ["CNAME": "mine"] : [:]) { $1 })
    }

    @Test func saysWhatToDoAboutAFileOfWhichNobodyKnowsWhoseItIs() async throws {
        let scratch = try await cut(keeping: 0, isShared: false)
        let next = Self.files.merging(["7/page.html": "changed"]) { $1 }
        let refusal = await #expect(throws: FolderPublisher.Refusal.self) { try await scratch.publish(next) }
        #expect(
            refusal?.description
                == "\(scratch.path("site/7/page.html")): error: the site's list of files (.sennight-manifest) is damaged, "
                + "and this file differs from what the build would write. Move the file to another folder, or build with --adopt, which keeps a "
                + "copy next to the output")
        #expect(try scratch.site() == Self.files)
        try await scratch.publish(next, adopts: true)
        #expect(try scratch.site() == next)
        #expect(try scratch.site(".site.replaced") == ["7/page.html": "page 7"])
        #expect(try await scratch.publish(next).written == 0)
    }

    @Test func buildsAStageAnewWhoseManifestWasCutOff() async throws {
        let scratch = try ScratchFolder()
        try await scratch.publish(Self.files)
        try await scratch.publish(Self.files.merging(["1/page.html": "second"]) { $1 })
        // As a full disk leaves it, while the next build works in it.
        let bytes = try scratch.bytes(".site.previous/.sennight-manifest")
        try scratch.write(".site.previous/.sennight-manifest", Array(bytes.prefix(bytes.count / 2)))
        try scratch.write(".site.previous/.sennight-half-done", "")
        let third = Self.files.merging(["1/page.html": "third"]) { $1 }
        try await scratch.publish(third)
        #expect(try scratch.site() == third)
        #expect(scratch.names(in: ".site.previous").filter { $0.hasPrefix(".") } == [".sennight-manifest"])
    }

    @Test func saysWhatToDoAboutADamagedStage() async throws {
        let scratch = try ScratchFolder()
        for text in ["1", "2"] { try await scratch.publish(["index.html": text]) }
        try scratch.write(".site.previous/.sennight-manifest", "")
        let refusal = await #expect(throws: FolderPublisher.Refusal.self) {
            try await scratch.publish(["index.html": "3"])
        }
        #expect(
            refusal?.description
                == "\(scratch.path(".site.previous")): error: the list of files in the last build's folder is damaged. "
                + "Remove the folder; the next build creates it again")
    }

    @Test func goesOnFromAManifestOfTheFirstFormat() async throws {
        let scratch = try ScratchFolder()
        for text in ["1", "2"] { try await scratch.publish(["index.html": text, "same.html": "same"]) }
        for folder in ["site", ".site.previous"] {
            let old = try #require(try Manifest(of: FolderHandle(at: scratch.path(folder))))
            let lines = old.entries.map { "\($1.fingerprint) \($0)\n" }.joined()
            try scratch.write("\(folder)/.sennight-manifest", "sennight manifest 1\n" + lines)
        }
        let report = try await scratch.publish(["index.html": "3", "same.html": "same"])
        #expect(report == PublishReport(written: 1, unchanged: 1, removed: 0))
        #expect(try scratch.site() == ["index.html": "3", "same.html": "same"])
        #expect(try scratch.site(".site.previous") == ["index.html": "2", "same.html": "same"])
    }

    @Test(arguments: [false, true]) func removesWhatAKilledBuildLeftEvenIfNothingChanged(isShared: Bool) async throws {
        let scratch = try ScratchFolder()
        try await scratch.publish(Self.files)
        if isShared { try scratch.write("site/CNAME", "mine") }
        try scratch.write(".site.previous/.sennight-half-done", "")
        try scratch.write(".site.previous/0/page.html", "half")
        try scratch.write("site/.sennight-stage/0", "half")
        try scratch.write("site/.sennight-manifest.tmp", "half")
        #expect(try await scratch.publish(Self.files).written == 0)
        #expect(scratch.names(in: "") == ["site"])
        #expect(scratch.names(in: "site").filter { $0.hasPrefix(".") } == [".sennight-manifest"])
    }
}
