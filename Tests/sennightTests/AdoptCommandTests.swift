import TestKit
import Testing

/// Moving in from other programs.
@Suite struct AdoptCommandTests {
    private func adopt(_ files: [String: String], _ arguments: String...) async throws -> (CommandRun, ScratchFolder) {
        let scratch = try ScratchFolder()
        for (path, text) in files { try scratch.write("old/" + path, text) }
        let run = await CommandRun.inProcess(
            ["adopt", "old", "--output", scratch.path("site")] + arguments, in: scratch.path)
        return (run, scratch)
    }

    @Test func movesInFromJekyll() async throws {
        let (run, scratch) = try await adopt(
            [
                "_config.yml": "title: 'A: B'\nurl: https://u.example.org\nbaseurl: /letter\npermalink: /:title.html\n",
                "_posts/2026-01-07-one.md": "---\ntitle: ! 'Issue #1'\n---\n\n## Café\n\n"
                    + "![a](/images/a.png) [b](2026-01-14-two.md#x)\n",
                "_posts/2026-01-14-two.md": "---\ntitle: Two\n---\n\ntext\n",
                "_posts/2026-01-21-three.md": "---\ntitle: Three\npublished: false\n---\n",
                "_posts/2026-02-04-four.md": "---\ntitle: Four\ndate: 2026-02-30\n---\n",
            ], "--write")
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains("2 issues read, 1 held back, 1 refused"))
        #expect(run.output.contains("held back: published: false: _posts/2026-01-21-three.md"))
        #expect(run.output.contains("refused: '2026-02-30' isn't a date: _posts/2026-02-04-four.md"))
        let settings = try scratch.text("old/sennight.yaml")
        #expect(settings.contains("title: \"A: B\"  # _config.yml:1, title\n"))
        #expect(settings.contains("url: https://u.example.org/letter/  # _config.yml:2, url\n"))
        #expect(settings.contains("    - \"_posts/2026-02-04-four.md\"\n"))
        let page = try scratch.text("site/one.html")
        #expect(page.contains("id=\"café\"") && page.contains("src=\"/letter/images/a.png\""))
        #expect(page.contains("href=\"/letter/two.html#x\""))
        #expect(try scratch.text("site/atom.xml").contains("https://u.example.org/letter/images/a.png"))
        let again = await CommandRun.inProcess(["adopt", "old", "--write"], in: scratch.path)
        #expect(again.status == 2 && again.errors.contains("there already are settings"))
        let built = await CommandRun.inProcess(["build", "--publication", "old"], in: scratch.path)
        #expect(built.status == 0 && built.errors.contains("2 issues"))
    }

    @Test func movesInFromHugo() async throws {
        let (run, scratch) = try await adopt([
            "hugo.toml": "baseURL = 'https://w.example.org/'\ntitle = 'Weekly'\n[permalinks]\nnews = '/:year/:slug/'\n",
            "content/_index.md": "---\ntitle: Home\n---\n",
            "content/news/_index.md": "---\ntitle: News\n---\n",
            "content/news/1.md": "+++\ntitle = 'First'\ndate = 2026-01-07\n+++\n\ntext\n",
            "content/news/2/index.md": "---\ntitle: Second\ndate: 2026-01-14\ndraft: true\n---\n",
        ])
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains("1 issue read, 1 held back, 0 refused"))
        #expect(scratch.exists("site/2026/first/index.html") && !scratch.exists("old/sennight.yaml"))
    }

    @Test func movesInFromPelican() async throws {
        let (run, scratch) = try await adopt([
            "pelicanconf.py":
                "import os\nSITENAME = \"Weekly\"\nSITEURL = 'https://w.example.org'\nTIMEZONE='Europe/Berlin'\n"
                + "ARTICLE_URL = 'blog/{date:%Y}/{slug}/'\nos.abort()\n",
            "content/1.md": "Title: First\nDate: 2026-01-07 10:00\nStatus: published\n\ntext\n",
            "content/2.md": "Title: Second\nDate: 2026-01-14\nStatus: draft\n\ntext\n",
        ])
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains("1 issue read, 1 held back, 0 refused"))
        #expect(run.output.contains("timezone: Europe/Berlin  # pelicanconf.py:4, TIMEZONE\n"))
        #expect(scratch.exists("site/blog/2026/first/index.html"))
    }

    @Test func movesInFromAPlainFolder() async throws {
        let (run, scratch) = try await adopt([
            "README.md": "# Tea Weekly\n\nSee https://tea-weekly.example/.\n",
            "dates.csv": "number,date\n1,2026-01-07\n2,2026-01-14\n",
            "news/2026/issue-1.markdown": "Welcome.\n\n## Featured\n\n- [a](https://a.example/)\n",
            "news/2026/issue-2.markdown": "See https://tea-weekly.example/issue/1.html\n",
        ])
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains("2 issues read, 0 held back, 0 refused"))
        #expect(run.output.contains("url: https://tea-weekly.example/  # README.md:3\n"))
        #expect(scratch.exists("site/issue/2.html"))
    }

    @Test func movesInFromZola() async throws {
        let (run, scratch) = try await adopt(
            [
                "config.toml": "base_url = 'https://w.example.org'\ntitle = 'Tea'\ndefault_language = 'de'\n",
                "content/news/_index.md": "+++\ntitle = 'News'\n+++\n",
                "content/news/2026/01/2026-01-07-tea.md":
                    "+++\ntitle = 'First'\ndate = 2026-01-07\n+++\n\n{{ cup(size=1) }}text [x](x)\n",
                "content/news/7/index.md": "+++\ntitle = 'Second'\ndate = 2026-01-14\n+++\n\n- [A](A)\n",
                "content/news/7/cup.png": "PNG", "static/style.css": "p {}",
            ], "--write")
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains("Tea: Zola, by config.toml") && run.output.contains("2 issues read, 0 held back"))
        #expect(try scratch.text("old/sennight.yaml").contains("language: de  # config.toml:3"))
        #expect(scratch.exists("site/news/2026/01/tea/index.html") && scratch.exists("site/news/7/cup.png"))
        #expect(try !scratch.text("site/news/2026/01/tea/index.html").contains("cup(size"))
        // Its front matter is TOML.
        let checked = await CommandRun.inProcess(["check", "content/news", "--publication", "old"], in: scratch.path)
        #expect(checked.errors.contains("2 files checked"), "\(checked.errors)")
    }

    @Test func keepsHugosFoldersAndDates() async throws {
        let (run, scratch) = try await adopt([
            "hugo.toml": "baseURL = 'https://w.example.org/'\ntitle = 'Weekly'\n",
            "content/news/2026/2026-01-07-one.md": "+++\ntitle = 'One'\ndate = 2026-01-07\n+++\n\ntext\n",
            "content/news/2026/2026-01-14-two.md": "+++\ntitle = 'Two'\ndate = 2026-01-14\n+++\n\ntext\n",
        ])
        #expect(run.status == 0, "\(run.errors)")
        #expect(scratch.exists("site/news/2026/2026-01-07-one/index.html"))
    }

    @Test func movesInADayPerFile() async throws {
        let start = "# Core\n\n- [A](https://a.example/)\n"
        let (run, scratch) = try await adopt(
            [
                "README.md": "# Tea This Week | Contents\n\nRead https://tea-this-week.example.\n",
                "contents/2026/Jan/07.md": start, "contents/2026/Jan/14.md": start, "contents/2026/Feb/07.md": start,
                "contents/2026/Feb/14/1-core/1-a.md": start, "contents/2026/Feb/14/2-end.md": "# End\n",
            ], "--write")
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains("3 issues read, 0 held back, 2 refused"))
        #expect(run.output.contains("refused: it is one of several files of its day"))
        #expect(try scratch.text("old/sennight.yaml").contains("url: https://tea-this-week.example/  # README.md:3"))
        #expect(try scratch.text("site/2026/Feb/07/index.html").contains("Tea This Week 2026-02-07"))
        // The parts of an issue aren't checked.
        let checked = await CommandRun.inProcess(["check", "contents", "--publication", "old"], in: scratch.path)
        #expect(checked.errors.contains("3 files checked"), "\(checked.errors)")
    }

    @Test func takesTheTitleFromTheIssues() async throws {
        let (run, _) = try await adopt(
            Dictionary(
                uniqueKeysWithValues: ["2026-01-07", "2026-01-14", "2026-01-21"].map {
                    ("posts/\($0).md", "# Tea Week #\($0)\n\ntext\n")
                }))
        #expect(run.output.contains("title: Tea Week  # the beginning of the issues' titles\n"), "\(run.errors)")
    }

    @Test func movesInNumberedFilesWithoutDates() async throws {
        let issue = "# 茶周刊（第 1 期）\n\n这里记录每周值得分享的茶。\n\n- [茶](https://a.example/)\n"
        let (run, scratch) = try await adopt(
            [
                "README.md": "# 茶周刊\n\n## 2026\n\n**一月**\n\n- [二](docs/issue-2.md)\n- [一](docs/issue-1.md)\n",
                "docs/issue-1.md": issue, "docs/issue-2.md": issue, "docs/issue-3.md": issue,
                "docs/free-tea.md": "# 茶\n",
            ], "--write")
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains("3 issues read, 0 held back, 1 refused"))
        #expect(run.output.contains("refused: its name isn't 'issue-' and a number: docs/free-tea.md"))
        #expect(
            try scratch.text("old/issue-dates.csv")
                == "file,date\ndocs/issue-1.md,2026-01-01\ndocs/issue-2.md,2026-01-08\ndocs/issue-3.md,2026-01-15\n")
        #expect(try scratch.text("old/sennight.yaml").contains("language: zh  # the words of the issues"))
        #expect(run.output.contains("to complete: issue-dates: issue-dates.csv"))
    }

    @Test(arguments: [
        (["a.txt": "x"], "no issues found: there is no folder of Markdown files"),
        (
            ["docs/a.md": "# A\n", "docs/b.md": "# B\n"],
            "2 files can't be issues, mostly because the issue has no date"
        ),
        (["_config.yml": "title: [\n", "_posts/2026-01-07-a.md": "x"], "the configuration can't be read"),
    ])
    func refusesInOneSentence(files: [String: String], message: String) async throws {
        let (run, scratch) = try await adopt(files, "--write")
        #expect(run.status == 2 && run.errors.contains(message), "\(run.errors)")
        #expect(run.errors.split(separator: "\n").count == 1 && !scratch.exists("old/sennight.yaml"))
    }

    @Test func refusesThousandsOfFilesByASample() async throws {
        var files = ["README.md": "# Big Weekly\n"]
        for number in 1...2001 { files["issues/issue-\(number).md"] = "# Issue \(number)\n" }
        let (run, scratch) = try await adopt(files, "--write")
        #expect(run.status == 2 && run.errors.contains("2001 files, most of which can't be issues"), "\(run.errors)")
        #expect(!scratch.exists("old/sennight.yaml") && !scratch.exists("old/issue-dates.csv"))
    }

    @Test(
        .enabled(if: TestData.isPresent, "\(TestData.hint)"),
        arguments: [
            ("lwkd", "385 issues read, 0 held back, 1 refused", "2018/20180820.html"),
            ("swift-weekly-brief", "202 issues read, 0 held back, 0 refused", "issue-40/index.html"),
            ("haskell-weekly", "538 issues read, 0 held back, 0 refused", "issue/172.html"),
        ])
    func movesWholeArchivesIn(archive: String, counts: String, page: String) async throws {
        let scratch = try ScratchFolder()
        let run = await CommandRun.inProcess(
            ["adopt", TestData.path("archives/\(archive)"), "--output", scratch.path("site")], in: scratch.path)
        #expect(run.status == 0 && run.output.contains(counts), "\(run.output)")
        #expect(scratch.exists("site/" + page))
    }
}
