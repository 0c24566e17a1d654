import Context
import Foundation
import Testing
import TestKit

@testable import Live
import Text

/// What was changed in an output since the last build is put right by the next.
@Suite struct DamagedOutputTests {
    enum Damage: CaseIterable {
        case longer, sameSize, empty, missing, link, linkedFolder, emptyFolder, sharedWithStage

        func apply(in site: String) throws {
            let files = FileManager.default
            switch self {
            case .longer: try Data("torn and longer".utf8).write(to: URL(filePath: site + "/a/page.html"))
            case .sameSize, .sharedWithStage:
                // In place, so that a file with a second name changes under both.
                let handle = try #require(FileHandle(forWritingAtPath: site + "/a/page.html"))
                try handle.write(contentsOf: Data("X".utf8))
                try handle.close()
                // Ticks of a coarse clock are no part of this test.
                try files.setAttributes(
                    [.modificationDate: Date(timeIntervalSince1970: 1)], ofItemAtPath: site + "/a/page.html")
            case .empty: try Data().write(to: URL(filePath: site + "/a/page.html"))
            case .missing: try files.removeItem(atPath: site + "/a/page.html")
            case .link:
                try files.removeItem(atPath: site + "/a/page.html")
                try files.createSymbolicLink(atPath: site + "/a/page.html", withDestinationPath: "../index.html")
            case .linkedFolder:
                try files.moveItem(atPath: site + "/a", toPath: site + "/../moved")
                try files.createSymbolicLink(atPath: site + "/a", withDestinationPath: "../moved")
            case .emptyFolder:
                try files.removeItem(atPath: site + "/a/page.html")
                try files.createDirectory(atPath: site + "/a/page.html", withIntermediateDirectories: false)
            }
        }
    }

    private static let files = ["index.html": "home", "a/page.html": "page", "a/other.html": "other"]

    @Test(arguments: Damage.allCases, [false, true]) func writesAgainWhatWasChanged(damage: Damage, isShared: Bool)
        async throws
    {
        let scratch = try ScratchFolder()
        try await scratch.publish(Self.files)
        if damage == .sharedWithStage {
            try await scratch.publish(Self.files.merging(["index.html": "before"]) { $1 })
            try await scratch.publish(Self.files)
            #expect(scratch.inode("site/a/page.html") == scratch.inode(".site.previous/a/page.html"))
        }
        if isShared { try scratch.write("site/CNAME", "mine") }
        var expected = Self.files
        if isShared { expected["CNAME"] = "mine" }
        try damage.apply(in: scratch.path("site"))
        let report = try await scratch.publish(Self.files)
        #expect(
            report
                == PublishReport(
                    written: damage == .linkedFolder ? 2 : 1, unchanged: damage == .linkedFolder ? 1 : 2, removed: 0))
        #expect(try scratch.site() == expected)
        // It must not come back from the stage either.
        for home in ["second", "third", "fourth"] {
            try await scratch.publish(Self.files.merging(["index.html": home]) { $1 })
            #expect(try scratch.site() == expected.merging(["index.html": home]) { $1 })
        }
        #expect(try await scratch.publish(Self.files.merging(["index.html": "fourth"]) { $1 }).written == 0)
    }

    @Test func takesAFileWithAnotherTimeAsItIs() async throws {
        let scratch = try ScratchFolder()
        try await scratch.publish(Self.files)
        let inode = scratch.inode("site/a/page.html")
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSince1970: 1)], ofItemAtPath: scratch.path("site/a/page.html"))
        #expect(try await scratch.publish(Self.files) == PublishReport(written: 0, unchanged: 3, removed: 0))
        #expect(scratch.inode("site/a/page.html") == inode)
        // From now on the new time is known: nothing is rendered to see that.
        let products = Self.files.keys.sorted().map { path in
            Product(
                path: path, fingerprint: Fingerprint(.text(Self.files[path] ?? "")),
                content: .bytes { throw RenderingFailure() })
        }
        #expect(try await scratch.publish(products).written == 0)
        #expect(scratch.names(in: "site") == [".sennight-manifest", "a", "index.html"])
    }

    @Test(arguments: [false, true]) func comparesContentsWhereAsked(isShared: Bool) async throws {
        let scratch = try ScratchFolder()
        try await scratch.publish(Self.files.merging(["gone.html": "gone"]) { $1 })
        if isShared { try scratch.write("site/CNAME", "mine") }
        // The same fingerprint, size and time: only the contents tell.
        let product = Product(
            path: "a/page.html", fingerprint: Fingerprint(.text("page")), content: .bytes { Array("made".utf8) })
        let others = Self.files.filter { $0.key != "a/page.html" }.map { path, text in
            Product(path: path, fingerprint: Fingerprint(.text(text)), content: .bytes { Array(text.utf8) })
        }
        try FileManager.default.removeItem(atPath: scratch.path("site/index.html"))
        let publisher = FolderPublisher(folder: scratch.path("site"), jobs: 2, adopts: false, verifies: true).publisher
        let report = try await publisher.open()(others + [product])
        #expect(
            report.differences == [
                .init(path: "a/page.html", kind: .otherContent), .init(path: "gone.html", kind: .leftOver),
                .init(path: "index.html", kind: .missing),
            ])
        #expect(report.written == 2 && report.unchanged == 1 && report.removed == 1)
        #expect(try scratch.text("site/a/page.html") == "made" && scratch.text("site/index.html") == "home")
        #expect(!scratch.exists("site/gone.html"))
        #expect(try await publisher.open()(others + [product]).differences.isEmpty)
    }
}
