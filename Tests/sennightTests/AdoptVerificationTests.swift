import Foundation
import TestKit
import Testing

/// What `adopt` compares, what it replaces, and what it refuses.
@Suite struct AdoptVerificationTests {
    private func write(_ files: [String: String]) throws -> ScratchFolder {
        let scratch = try ScratchFolder()
        for (path, text) in files { try scratch.write(path, text) }
        return scratch
    }

    private func adopt(_ scratch: ScratchFolder, _ arguments: String...) async -> CommandRun {
        await CommandRun.inProcess(
            ["adopt", "old", "--output", scratch.path("site")] + arguments, in: scratch.path)
    }

    private static let jekyll = [
        "old/_config.yml": "title: Tea\nurl: https://tea.example\npermalink: /:title.html\nauthor: 'A & B'\n",
        "old/_includes/sponsor.html": "<p class=\"ad\">Drink tea</p>\n",
        "old/_includes/dynamic.html": "{{ page.title }}\n",
        "old/img/a.png": "x",
        "old/_posts/2026-01-07-one.md": "---\ntitle: One\n---\n\n{% include sponsor.html %}\n\n## Green tea\n\n"
            + "![a](/img/a.png) by {{ site.author }} {% include dynamic.html %}\n",
        "old/_posts/2026-01-14-two.md": "---\ntitle: Two\n---\n\n[a](https://tea.example/one.html#green-tea) "
            + "[b](/one.html#black-tea) [c](https://www.tea.example/about/?x#y) [d]({% post_url 2026-01-07-one %})\n",
    ]

    @Test func comparesWithTheIssuesOwnLinks() async throws {
        let scratch = try write(Self.jekyll)
        let run = await adopt(scratch)
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains("URLs of this site in its issues: 2 of 3 the same"), "\(run.output)")
        #expect(run.output.contains("  no page or file at /about/: _posts/2026-01-14-two.md"))
        #expect(run.output.contains("heading ids in these URLs: 1 of 2 the same"))
        #expect(run.output.contains("  /one.html has no 'black-tea': _posts/2026-01-14-two.md"))
    }

    @Test func replacesTagsAndCopiesFolders() async throws {
        let scratch = try write(Self.jekyll)
        let run = await adopt(scratch, "--write")
        #expect(run.output.contains("left out: {% include dynamic.html %}, 1 time: _posts/2026-01-07-one.md"))
        #expect(!run.output.contains("left out: {% include sponsor.html %}"))
        let settings = try scratch.text("old/sennight.yaml")
        #expect(settings.contains("  sponsor.html: \"_includes/sponsor.html\"  # used in 1 issue\n"), "\(settings)")
        #expect(settings.contains("  site.author: \"A &amp; B\"  # _config.yml:4, author\n"))
        let page = try scratch.text("site/one.html")
        #expect(page.contains("<p class=\"ad\">Drink tea</p>") && page.contains("by A &amp; B"))
        #expect(scratch.exists("site/img/a.png"))
        #expect(try scratch.text("site/two.html").contains("<a href=\"/one.html\">d</a>"))
        try scratch.write("old/_includes/sponsor.html", "<p>Drink milk</p>\n")
        let built = await CommandRun.inProcess(
            ["build", "--publication", "old", "--output", scratch.path("site2")], in: scratch.path)
        #expect(built.status == 0, "\(built.errors)")
        #expect(try scratch.text("site2/one.html").contains("Drink milk"))
    }

    @Test func comparesWithABuildOfTheOldSite() async throws {
        var files = Self.jekyll
        files["build/one.html"] = "<h1 id=\"top\">One</h1><h2 id=\"green-tea\">Green tea</h2><h2 id=\"gone\">Gone</h2>"
        let scratch = try write(files)
        let run = await adopt(scratch, "--against", "build")
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains("URLs of issues against build: 1 of 2 the same"), "\(run.output)")
        #expect(run.output.contains("  the old site has no page there: _posts/2026-01-14-two.md (/two.html)"))
        #expect(run.output.contains("heading ids against build: 1 of 3 the same"))
        #expect(run.output.contains("  the new page has no 'gone': _posts/2026-01-07-one.md"))
        let wrong = await adopt(scratch, "--against", "nowhere")
        #expect(wrong.status == 2 && wrong.errors.contains("there is no such folder"))
    }

    @Test func namesTagsThatAreShown() async throws {
        let scratch = try write([
            "old/README.md": "# Tea Weekly\n",
            "old/news/2026-01-07.md": "# One\n\n{{< figure >}} {% include x %}\n",
        ])
        let run = await adopt(scratch, "--write")
        #expect(run.output.contains("shown as text: {{< figure >}}, 1 time: news/2026-01-07.md"))
        #expect(run.output.contains("shown as text: {% include x %}, 1 time"))
        let check = await CommandRun.inProcess(["check", "old/news", "--publication", "old"], in: scratch.path)
        #expect(check.errors.contains("'url' has a placeholder"), "\(check.errors)")
        #expect(check.output.contains("2026-01-07.md:3:1: warning: the template tag '{{< figure >}}' appears as text"))
        #expect(check.output.contains("the template tag '{% include x %}' appears as text"))
    }

    @Test func takesDatesFromTheFirstCommits() async throws {
        let repository = try ScratchRepository()
        try repository.commit([
            "README.md": "# Tea Weekly\n", "news/issue-1.md": "# One\n\ntext\n", "news/issue-2.md": "# Two\n\ntext\n",
        ])
        let run = await CommandRun.inProcess(
            [
                "adopt", ".", "--write", "--output",
                repository.folder.path("../\(repository.folder.path.hashValue).site"),
            ],
            in: repository.folder.path)
        #expect(run.status == 0 && run.output.contains("2 issues read, 0 held back, 0 refused"), "\(run.errors)")
        let table = try repository.folder.text("issue-dates.csv")
        #expect(table.hasPrefix("file,date\nnews/issue-1.md,2"), "\(table)")
        #expect(
            try repository.folder.text("sennight.yaml").contains("issue-dates: issue-dates.csv  # the first commits"))
    }

    @Test func makesADraftFromAdoptedIssues() async throws {
        let scratch = try write(Self.jekyll)
        _ = await adopt(scratch, "--write")
        let run = await CommandRun.inProcess(
            ["draft", "--publication", "old", "--date", "2026-01-21"], in: scratch.path)
        #expect(run.status == 0, "\(run.errors)")
    }

    // MARK: Bad input

    @Test(arguments: [
        (
            ["a.md": "---\ntitle: A\npermalink: /x/\n---\n", "b.md": "---\ntitle: B\npermalink: /x/\n---\n"],
            "this issue has the same URL as _posts/2026-01-07-a.md: /x/"
        ),
        (
            [
                "a.md": "---\ntitle: A\npermalink: /a/\naliases: [/b/]\n---\n",
                "b.md": "---\ntitle: B\npermalink: /b/\naliases: [/a/]\n---\n",
            ], "the alias /b/ is already the URL of _posts/2026-01-07-b.md"
        ),
    ])
    func refusesIssuesThatShareAURL(posts: [String: String], message: String) async throws {
        var files = ["old/_config.yml": "title: Tea\nurl: https://tea.example\n"]
        for (name, text) in posts { files["old/_posts/2026-01-07-\(name)"] = text }
        let scratch = try write(files)
        let run = await adopt(scratch, "--write")
        #expect(run.status == 2 && run.errors.contains(message), "\(run.errors)")
        #expect(run.errors.split(separator: "\n").count == 1)
        #expect(!scratch.exists("old/sennight.yaml") && !scratch.exists("site/index.html"))
    }

    @Test func refusesSymlinksThatLeadOut() async throws {
        let scratch = try write(Self.jekyll)
        try scratch.write("secret.md", "---\ntitle: Secret\n---\n\nsecret\n")
        try FileManager.default.createSymbolicLink(
            atPath: scratch.path("old/_posts/2026-01-21-three.md"), withDestinationPath: "../../secret.md")
        let run = await adopt(scratch, "--write")
        #expect(run.status == 2 && run.errors.contains("_posts/2026-01-21-three.md"), "\(run.errors)")
        #expect(run.errors.split(separator: "\n").count == 1)
        #expect(!scratch.exists("old/sennight.yaml") && !scratch.exists("site/index.html"))
    }

    @Test func refusesManyFilesThatAreNoWeekly() async throws {
        let scratch = try ScratchFolder()
        for folder in 0..<200 {
            try FileManager.default.createDirectory(
                atPath: scratch.path("old/docs/\(folder)"), withIntermediateDirectories: true)
            for file in 0..<200 {
                _ = FileManager.default.createFile(
                    atPath: scratch.path("old/docs/\(folder)/f\(file).md"), contents: Data("# A\n".utf8))
            }
        }
        let run = await adopt(scratch, "--write")
        #expect(
            run.status == 2 && run.errors.contains("this isn't a weekly that can be read: 40000 files"), "\(run.errors)"
        )
        #expect(run.errors.split(separator: "\n").count == 1)
        #expect(!scratch.exists("old/sennight.yaml") && !scratch.exists("site"))
    }
}
