import Context
import Newsletter
import Newsroom
import Settings
import Synchronization
import TestKit
import Testing
import Text

/// What is done with a publication as a whole, in memory.
@Suite struct PublicationTests {
    @Test func buildsTheSite() async throws {
        let weekly = MemoryWeekly()
        var context = weekly.context
        let paths = Mutexed<[String]>([])
        context.publisher = { _ in
            Publisher(publish: { products in
                paths.value.withLock { $0 = products.map(\.path) }
                return PublishReport(written: products.count, unchanged: 0, removed: 0)
            })
        }
        let outcome = try await SiteBuild(weekly.location, context: context).build(
            into: PublishingPlace(folder: "/weekly/site", jobs: 2))
        guard case .published(let site) = outcome else {
            Testing.Issue.record("\(outcome)")
            return
        }
        #expect((site.title, site.issues) == ("Weekly", 1))
        #expect(paths.value.withLock { $0.contains("index.html") && $0.contains("rss.xml") })
    }

    @Test func refusesToBuildWhatIsNotAnIssue() async throws {
        let weekly = MemoryWeekly()
        weekly.write("content/5.md", "Title: Weekly 5\nDate: soon\n\ntext\n")
        var context = weekly.context
        context.publisher = { _ in Publisher(publish: { _ in PublishReport(written: 0, unchanged: 0, removed: 0) }) }
        let outcome = try await SiteBuild(weekly.location, context: context).build(
            into: PublishingPlace(folder: "/weekly/site", jobs: 2))
        guard case .refused(let faults) = outcome else {
            Testing.Issue.record("\(outcome)")
            return
        }
        #expect(faults.all.map(\.file) == ["content/5.md"])
    }

    @Test func keepsFaultsOfTheSettingsApart() async throws {
        let weekly = MemoryWeekly(settings: "title: W\nnonsense: 1\n")
        let error = #expect(throws: InvalidSettings.self) { try weekly.session() }
        // A line for each fault, also where it is printed as any error is.
        let printed: PrintableText? = error.map { "\($0 as any Error)" }
        #expect(printed?.text.split(separator: "\n").count == error?.faults.all.count)
        #expect(error.map { $0.faults.all.count > 1 } == true)
        await #expect(throws: InvalidSettings.self) {
            try await SiteBuild(weekly.location, context: weekly.context).build(
                into: PublishingPlace(folder: "/weekly/site", jobs: 2))
        }
    }

    @Test func startsAPublicationThatBuilds() async throws {
        let folder = MemoryFiles()
        folder.open("/new")
        let now = MemoryWeekly.now * 1_000_000_000
        let context = Context(files: folder.files, clock: Clock(now: { now }))
        let new = NewPublication(in: "/new", context: context)
        let files = try new.make(title: "My Weekly", url: "https://weekly.example.org/", language: "en")
        #expect(files.map(\.path).contains("/new/content/2026-03-04-1.md"))
        let allWritten = files.allSatisfy(\.isWritten)
        #expect(allWritten)
        let draft = try await NewDraft(DraftSession(PublicationLocation(root: "/new"), context: context)).write(
            date: nil)
        #expect(draft == "/new/draft/2026-03-11-my-weekly.md")
        #expect(throws: NewPublication.NotEmpty.self) {
            try new.make(title: "My Weekly", url: "https://weekly.example.org/", language: "en")
        }
    }

    @Test func writesTheThemeButNotOverFiles() throws {
        let weekly = MemoryWeekly()
        weekly.write("theme/style.css", "mine")
        let files = try ThemeFiles.eject(weekly.location, context: weekly.context)
        #expect(files.count == ThemeFiles.names.count)
        #expect(files.filter { !$0.isWritten }.map(\.path) == ["/weekly/theme/style.css"])
        #expect(weekly.text("theme/style.css") == "mine")
    }

    @Test func setsPermanentURLs() async throws {
        let weekly = MemoryWeekly()
        let outcome = try await RedirectEditing(weekly.session()).set(.discussion(of: 6), to: "https://forum.example/6")
        #expect(outcome.file == "/weekly/points.yaml")
        #expect(outcome.overridden == nil)
        #expect(weekly.text("points.yaml")?.contains("6: \"https://forum.example/6\"") == true)
        await #expect(throws: Diagnostic.self) { try await RedirectEditing(weekly.session()).set(.jobs, to: "jobs") }
    }

    @Test func inspectsIssues() throws {
        let weekly = MemoryWeekly()
        let inspection = try Inspection(weekly.location, context: weekly.context)
        let issue = try inspection.issue("/weekly/content/6.md")
        #expect(issue.header.number == 6)
        #expect(Inspection.text(of: issue).text.contains("Old"))
        #expect(throws: Diagnostics.self) { try inspection.issue("/weekly/content/9.md") }
    }

    @Test func mergesThreeVersions() throws {
        let weekly = MemoryWeekly()
        let base = WeeklyFolder.draft
        weekly.write("base.md", base)
        weekly.write("main.md", MemoryWeekly.draft(with: "* [A](https://a.example/)"))
        weekly.write("branch.md", MemoryWeekly.draft(with: "* [B](https://b.example/)"))
        let versions = ThreeVersions(
            base: "/weekly/base.md", main: "/weekly/main.md", branch: "/weekly/branch.md", context: weekly.context)
        let merged = try versions.merged()
        #expect(merged.conflicts == [])
        let text = String(decoding: merged.bytes, as: UTF8.self)
        #expect(text.contains("[A](https://a.example/)") && text.contains("[B](https://b.example/)"))
    }

    @Test func mergesByLinesWhatIsNotAnIssue() async throws {
        var weekly = MemoryWeekly()
        for name in ["base", "main", "branch"] { weekly.write("\(name).md", "no header\n") }
        weekly.git = Git { _ throws(GitError) in GitOutput(status: 0, bytes: Array("by lines\n".utf8)) }
        let versions = ThreeVersions(
            base: "/weekly/base.md", main: "/weekly/main.md", branch: "/weekly/branch.md", context: weekly.context)
        let outcome = await MergeDriver(versions, path: "a.md", context: weekly.context).merge()
        guard case .byLines(let why) = outcome else {
            Testing.Issue.record("\(outcome)")
            return
        }
        #expect(why.text.contains("a.md"))
        #expect(weekly.text("main.md") == "by lines\n")
    }

    @Test func installsTheMergeDriver() async throws {
        var weekly = MemoryWeekly()
        let commands = Mutexed<[[String]]>([])
        weekly.git = Git { command throws(GitError) in
            commands.value.withLock { $0.append(command.arguments) }
            return GitOutput(status: command.arguments.first == "check-ignore" ? 1 : 0)
        }
        let outcome = try await GitSetup(weekly.location, context: weekly.context).install()
        #expect(outcome.attributes == "/weekly/.gitattributes")
        #expect(!outcome.isUnchanged && !outcome.isOfThisClone)
        #expect(weekly.text(".gitattributes")?.contains("draft/*.md merge=sennight") == true)
        #expect(commands.value.withLock { $0.contains { $0.prefix(2) == ["config", "merge.sennight.driver"] } })
        #expect(try await GitSetup(weekly.location, context: weekly.context).install().isUnchanged)
    }
}
