import Foundation
import TestKit
import Testing

/// What is outside a publication gets into no site unless the settings say so.
@Suite struct OutsideFilesTests {
    /// What of a publication is outside: a link and what it leads to, or settings, and the path that the message names.
    struct Case: CustomTestStringConvertible {
        var link: String?
        var target = ""
        var settings = ""
        var named: String
        /// What the site must not show otherwise.
        var isFolder = false

        var testDescription: String { "\(link ?? settings) \(target)" }
    }

    static let cases = [
        Case(link: "static/x.txt", target: "../../secret/x.txt", named: "static/x.txt"),
        Case(link: "static/deep", target: "../../secret", named: "static/deep", isFolder: true),
        Case(link: "static/.hidden", target: "../../secret/x.txt", named: "static/.hidden"),
        Case(link: "static", target: "../secret", named: "static", isFolder: true),
        Case(link: "content/images/x.png", target: "../../../secret/x.txt", named: "content/images/x.png"),
        Case(link: "content/images", target: "../../secret", named: "content/images", isFolder: true),
        Case(link: "content/pages/x.md", target: "../../../secret/page.md", named: "content/pages/x.md"),
        Case(link: "content/9.md", target: "../../issues/9.md", named: "content/9.md"),
        Case(link: "content/old", target: "../../issues", named: "content/old", isFolder: true),
        Case(link: "theme/style.css", target: "../../secret/x.txt", named: "theme/style.css"),
        Case(link: "theme", target: "../empty", named: "theme", isFolder: true),
        Case(link: "points.yaml", target: "../secret/points.yaml", named: "points.yaml"),
        Case(settings: "folders: { static: ../secret }", named: "../secret", isFolder: true),
        Case(settings: "folders: { images: /etc/ssl }", named: "/etc/ssl", isFolder: true),
        Case(
            settings: "legacy: [{ file: a, title: A, date: 2014-01-01, address: /a/, body: ../secret/x.txt }]",
            named: "../secret/x.txt"),
        Case(
            link: "body.html", target: "../secret/x.txt",
            settings: "legacy: [{ file: a, title: A, date: 2014-01-01, address: /a/, body: body.html }]",
            named: "body.html"),
    ]

    private func publication(_ outside: Case, followLinks: String = "") throws -> ScratchFolder {
        let scratch = try ScratchFolder()
        try scratch.write(
            "weekly/sennight.yaml", "title: W\nurl: https://w.example/\n\(outside.settings)\n\(followLinks)\n")
        try scratch.write("weekly/content/1.md", "Title: W 1\nNumber: 1\nDate: 2026-01-01\n\nHello\n")
        try scratch.write("weekly/static/inside.txt", "inside")
        try scratch.write("empty/style.css", "body { color: #5ec7e7 }\n")
        try scratch.write("secret/x.txt", "5ec7e7")
        try scratch.write("secret/page.md", "Title: Page\n\n5ec7e7\n")
        try scratch.write("issues/9.md", "Title: W 9\nNumber: 9\nDate: 2026-02-01\n\n5ec7e7\n")
        try scratch.write("secret/points.yaml", "jobs: https://w.example/5ec7e7\n")
        if let link = outside.link {
            let path = scratch.path("weekly/\(link)")
            try? FileManager.default.removeItem(atPath: path)
            try FileManager.default.createDirectory(
                atPath: URL(filePath: path).deletingLastPathComponent().path, withIntermediateDirectories: true)
            try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: outside.target)
        }
        return scratch
    }

    private func site(_ scratch: ScratchFolder) throws -> String {
        try scratch.files(below: "weekly/site").map {
            String(decoding: try scratch.bytes("weekly/site/\($0)"), as: UTF8.self)
        }
        .joined()
    }

    @Test(arguments: cases) func refusesWhatIsOutside(outside: Case) async throws {
        let scratch = try publication(outside)
        let run = await CommandRun.inProcess(["build"], in: scratch.path("weekly"))
        #expect(run.status != 0, "\(run.errors)")
        #expect(run.errors.contains("leads out of the publication"), "\(run.errors)")
        #expect(run.errors.contains("list '\(outside.named)' under"), "\(run.errors)")
        #expect(!scratch.exists("weekly/site/index.html"))
    }

    @Test(arguments: cases) func takesItWhereTheSettingsSaySo(outside: Case) async throws {
        // The folder of certificates has files of names that no site can have.
        guard outside.named != "/etc/ssl" else { return }
        let listed = outside.isFolder ? outside.link ?? outside.named : outside.named
        let scratch = try publication(outside, followLinks: "follow-links: [\(listed)]")
        let run = await CommandRun.inProcess(["build"], in: scratch.path("weekly"))
        #expect(run.status == 0, "\(run.errors)")
        #expect(try site(scratch).contains("5ec7e7"))
    }

    @Test func followsLinksWithinThePublication() async throws {
        let outside = Case(link: "static/x.txt", target: "../shared/x.txt", named: "")
        let scratch = try publication(outside)
        try scratch.write("weekly/shared/x.txt", "shared")
        let run = await CommandRun.inProcess(["build", "--publication", scratch.path("weekly")])
        #expect(run.status == 0, "\(run.errors)")
        #expect(try scratch.text("weekly/site/x.txt") == "shared")
    }

    @Test("Ends at circles and pipes", arguments: ["circle", "self", "pipe", "device"])
    func endsAtCirclesAndPipes(kind: String) async throws {
        let target = ["circle": ".", "self": "x", "pipe": "../pipe", "device": "/dev/zero"][kind] ?? ""
        let scratch = try publication(Case(link: "static/x", target: target, named: ""))
        #expect(mkfifo(scratch.path("weekly/pipe"), 0o600) == 0)
        let run = await CommandRun.inProcess(["build"], in: scratch.path("weekly"))
        #expect(run.status == 2)
        #expect(
            run.errors.hasPrefix("static/x: error: ") && run.errors.split(separator: "\n").count <= 2, "\(run.errors)")
    }

    /// Not in capitals either: on a file system without case they are the same folder.
    @Test(arguments: [".GIT/x", "sub/.Git"]) func leavesGitsFolderToGit(path: String) async throws {
        let scratch = try publication(Case(named: ""))
        try scratch.write("weekly/static/\(path)", "x\n")
        let run = await CommandRun.inProcess(["build"], in: scratch.path("weekly"))
        #expect(run.status == 1)
        #expect(
            run.errors.hasPrefix("static/\(path): error: a site can't contain '.git', which belongs to git. "),
            "\(run.errors)")
    }

    @Test func keepsTheProgramsNamesForItself() async throws {
        let scratch = try publication(Case(named: ""))
        try scratch.write("weekly/static/.sennight-manifest", "sennight manifest 1\n")
        let run = await CommandRun.inProcess(["build"], in: scratch.path("weekly"))
        #expect(run.status == 1)
        #expect(
            run.errors.hasPrefix(
                "static/.sennight-manifest: error: file names that begin with '.sennight-' are reserved for Sennight. ")
        )
    }
}
