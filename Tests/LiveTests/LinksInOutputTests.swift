import Context
import Foundation
import Live
import Testing
import TestKit

/// Symbolic links in an output and beside it: what they lead to stays as it is, and the next build is right.
@Suite struct LinksInOutputTests {
    enum Position: String, CaseIterable {
        case root, parent, folder, innerFolder, file, dangling
        case stage, stagedFolder, stagedFile, mark, stageManifest
        case replaced, journal, innerStage, manifest

        /// From the scratch folder.
        var path: String {
            switch self {
            case .root, .parent: "way"
            case .folder: "www/site/photos"
            case .innerFolder: "www/site/photos/more"
            case .file, .dangling: "www/site/index.html"
            case .stage: "www/.site.previous"
            case .stagedFolder: "www/.site.previous/photos"
            case .stagedFile: "www/.site.previous/same.html"
            case .mark: "www/.site.previous/.sennight-half-done"
            case .stageManifest: "www/.site.previous/.sennight-manifest"
            case .replaced: "www/.site.replaced"
            case .journal: "www/site/.sennight-journal"
            case .innerStage: "www/site/.sennight-stage"
            case .manifest: "www/site/.sennight-manifest"
            }
        }

        /// From the scratch folder.
        var target: String {
            switch self {
            case .root: "www/site"
            case .parent: "www"
            case .file, .stagedFile, .mark: "outside/index.html"
            case .dangling: "outside/nothing"
            case .stageManifest, .manifest: "outside/manifest"
            case .journal: "outside/journal"
            default: "outside"
            }
        }

        var output: String {
            switch self {
            case .root: "way"
            case .parent: "way/site"
            default: "www/site"
            }
        }
    }

    private static let first = [
        "index.html": "1", "same.html": "same", "photos/a.jpg": "a", "photos/more/b.jpg": "b", "photos/more/c.jpg": "c",
    ]
    private static let outside = [
        "index.html": "theirs", "same.html": "theirs", "a.jpg": "theirs", "more/b.jpg": "theirs", "b.jpg": "theirs",
        "0": "theirs", "manifest": "sennight manifest 1\n\(String(repeating: "0", count: 32)) ../outside/0\n",
        "journal": "sennight journal 1\nput 0 index.html\nremove same.html\nremove photos/a.jpg\nend\n",
    ]

    private func planted(_ position: Position, isShared: Bool) async throws -> ScratchFolder {
        let scratch = try ScratchFolder()
        for (path, text) in Self.outside { try scratch.write("outside/\(path)", text) }
        try await scratch.publish(Self.first, to: "www/site")
        try await scratch.publish(Self.first.merging(["index.html": "2"]) { $1 }, to: "www/site")
        if isShared { try scratch.write("www/site/CNAME", "w.example.org\n") }
        try? FileManager.default.removeItem(atPath: scratch.path(position.path))
        try FileManager.default.createSymbolicLink(
            atPath: scratch.path(position.path), withDestinationPath: scratch.path(position.target))
        return scratch
    }

    @Test(
        "Leaves alone what a link leads to, wherever it is",
        arguments: Position.allCases, [(false, false), (false, true), (true, false), (true, true)])
    func leavesAloneWhatALinkLeadsTo(position: Position, way: (isShared: Bool, adopts: Bool)) async throws {
        // What was a folder behind the link stays one, or goes, or becomes a file.
        for next in [
            ["index.html": "3", "same.html": "same", "photos/more/b.jpg": "B", "photos/new.jpg": "new"],
            ["index.html": "3", "same.html": "same"],
            ["index.html": "2", "same.html": "same", "photos": "a file"],
        ] {
            let scratch = try await planted(position, isShared: way.isShared)
            var isComplete = true
            for last in ["0", "1", "2"] {
                let files = next.merging(["last.html": last]) { $1 }
                do {
                    try await scratch.publish(files, to: position.output, adopts: way.adopts)
                } catch let refusal as FolderPublisher.Refusal {
                    // Without its manifest nobody can tell which files are the site's; adoption keeps those that are not.
                    guard position == .manifest || position == .stageManifest else { throw refusal }
                    isComplete = false
                    continue
                }
                // Of a site without a list, files stay that the new one does not have.
                let site = try scratch.site("www/site").filter {
                    $0.key != "CNAME" && (position != .manifest || files[$0.key] != nil)
                }
                #expect(site == files, "\(position), \(next.count) files")
                #expect(scratch.exists("www/site/CNAME") == way.isShared)
            }
            // Adoption puts no file in the place of a folder that nobody knows whose it is.
            #expect(isComplete || !way.adopts || position == .stageManifest || next["photos"] != nil)
            #expect(try scratch.site("outside") == Self.outside, "\(position)")
            let links = try FileManager.default.subpathsOfDirectory(atPath: scratch.path("www")).filter {
                (try? FileManager.default.destinationOfSymbolicLink(atPath: scratch.path("www/\($0)"))) != nil
            }
            #expect(!isComplete || !links.contains { $0.hasPrefix("site/") }, "\(links)")
        }
    }

    @Test(arguments: [false, true]) func keepsALinkOfSomebodyElses(adopts: Bool) async throws {
        let scratch = try ScratchFolder()
        try scratch.write("outside/notes.txt", "theirs")
        try await scratch.publish(["index.html": "1"])
        for (link, target) in [("site/notes", "../outside"), ("site/taken.html", "../outside/notes.txt")] {
            try FileManager.default.createSymbolicLink(atPath: scratch.path(link), withDestinationPath: target)
        }
        let refusal = await #expect(throws: FolderPublisher.Refusal.self) {
            try await scratch.publish(["index.html": "2", "notes/x.html": "x"], adopts: adopts)
        }
        #expect(refusal?.description.hasPrefix(scratch.path("site/notes") + ": error: ") == true)
        if adopts {
            try await scratch.publish(["index.html": "2", "taken.html": "ours"], adopts: true)
            #expect(try scratch.text("site/taken.html") == "ours")
            // The link itself is kept, not what it leads to.
            let kept = scratch.path(".site.replaced/taken.html")
            #expect(try FileManager.default.destinationOfSymbolicLink(atPath: kept) == "../outside/notes.txt")
        } else {
            await #expect(throws: FolderPublisher.Refusal.self) {
                try await scratch.publish(["index.html": "2", "taken.html": "ours"])
            }
        }
        #expect(try scratch.site("outside") == ["notes.txt": "theirs"])
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: scratch.path("site/notes")) == "../outside")
    }

    @Test func saysThatAnOutputLeadsNowhere() async throws {
        let scratch = try ScratchFolder()
        try FileManager.default.createSymbolicLink(atPath: scratch.path("site"), withDestinationPath: "nowhere")
        let refusal = await #expect(throws: FolderPublisher.Refusal.self) { try await scratch.publish(["a.html": "a"]) }
        #expect(
            refusal?.description
                == "\(scratch.path("site")): error: the output is a broken link. "
                + "Remove the link, or create the folder that it leads to")
    }

    @Test(
        "Follows no journal out of the folder, nor into a repository",
        arguments: [
            "put 0 ../outside/x", "put 0 /tmp/sennight-x", "put 0 link/0", "put 0 link/x/y", "remove link/a.jpg",
            "remove ../outside/a.jpg", "remove link/more/b.jpg", "put 0 .git/hooks/post-checkout", "remove CNAME",
            "remove .git/HEAD", "put 1 stolen.html",
        ])
    func followsNoJournalOut(step: String) async throws {
        let scratch = try ScratchFolder()
        for (path, text) in Self.outside { try scratch.write("outside/\(path)", text) }
        try await scratch.publish(Self.first)
        try scratch.write("site/CNAME", "w.example.org\n")
        try scratch.write("site/.git/HEAD", "ref")
        try scratch.write("site/.sennight-stage/0", "planted")
        for (link, target) in [("link", "../outside"), (".sennight-stage/1", "../../outside/0")] {
            try FileManager.default.createSymbolicLink(
                atPath: scratch.path("site/\(link)"), withDestinationPath: target)
        }
        try scratch.write("site/.sennight-journal", "sennight journal 1\n\(step)\nend\n")
        for text in ["2", "3"] {
            _ = try? await scratch.publish(Self.first.merging(["index.html": text]) { $1 })
        }
        #expect(try scratch.site("outside") == Self.outside)
        #expect(scratch.names(in: "site/.git") == ["HEAD"])
        #expect(try scratch.text("site/CNAME") == "w.example.org\n")
        #expect(!scratch.exists("site/stolen.html"))
    }
}
