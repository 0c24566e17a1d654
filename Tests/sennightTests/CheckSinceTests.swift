import TestKit
import Testing

/// `check --since` over real repositories.
@Suite(.startsProcesses)
struct CheckSinceTests {
    private static let path = IntakeRepository.path
    private static let old = IntakeRepository.draft.replacing(
        "(https://one.example/1)", with: "(https://one.example/1?utm_source=x)")

    private func check(_ weekly: IntakeRepository, _ arguments: String...) async throws -> CommandRun {
        await CommandRun.inProcess(
            ["check", "--select", "tracking-parameter"] + arguments, in: weekly.repository.folder.path)
    }

    private func places(_ run: CommandRun) -> [Substring] {
        run.output.split(separator: "\n").filter { $0.hasSuffix("[tracking-parameter]") }.map {
            $0.prefix { $0 != " " }
        }
    }

    @Test func tellsOnlyWhatAChangeBroughtIn() async throws {
        let weekly = try IntakeRepository()
        try weekly.repository.commit(Self.path, Self.old)
        // The old fault moves down, a line with a fault of the same kind comes in above it.
        try weekly.edit { $0 = Self.old.replacing("## News\n", with: "## News\n\n* [A](https://a.example?fbclid=1)") }
        let all = try await check(weekly)
        #expect(places(all) == ["\(Self.path):7:24:", "\(Self.path):8:30:"], "\(all.output)")
        let run = try await check(weekly, "--since", "HEAD")
        #expect(run.status == 1)
        #expect(places(run) == ["\(Self.path):7:24:"], "\(run.output)")
        #expect(places(try await check(weekly, "--since", "HEAD~1")).count == 2)
    }

    @Test func isSilentWhereNothingCameIn() async throws {
        let weekly = try IntakeRepository()
        try weekly.repository.commit(Self.path, Self.old)
        let same = try await check(weekly, "--since", "main")
        #expect(same.status == 0 && same.output.isEmpty, "\(same.output)")
        // The entry moves to another section.
        let entry = "* [One](https://one.example/1?utm_source=x)\n"
        try weekly.edit {
            $0 = Self.old.replacing(entry, with: "").replacing("## Tools\n", with: "## Tools\n\n\(entry)")
        }
        let moved = try await check(weekly, "--since", "main")
        #expect(moved.status == 0 && moved.output.isEmpty, "\(moved.output)")
    }

    @Test func tellsAnEntryThatWasDoubled() async throws {
        let weekly = try IntakeRepository()
        try weekly.repository.commit(Self.path, Self.old)
        let entry = "* [One](https://one.example/1?utm_source=x)\n"
        try weekly.edit { $0 = $0.replacing(entry, with: entry + entry) }
        #expect(places(try await check(weekly, "--since", "HEAD")).count == 1)
    }

    @Test func takesANewFileForNewAsAWhole() async throws {
        let weekly = try IntakeRepository()
        try weekly.repository.folder.write("draft/new.md", Self.old)
        #expect(places(try await check(weekly, "--since", "HEAD", "draft")) == ["draft/new.md:7:30:"])
    }

    @Test func leavesOutWhatTheOtherBranchBroughtInMeanwhile() async throws {
        let weekly = try IntakeRepository()
        try weekly.repository.commit(Self.path, Self.old)
        try weekly.git("switch", "-q", "-c", "mine")
        try weekly.repository.branch("main", Self.path, IntakeRepository.draft)
        let run = try await check(weekly, "--since", "main")
        #expect(run.status == 0, "\(run.output)")
    }

    @Test func findsTheRepositoryFromAnyFolder() async throws {
        let weekly = try IntakeRepository()
        try weekly.repository.commit(Self.path, Self.old)
        try weekly.edit { $0 = Self.old.replacing("## News\n", with: "## News\n\n* [A](https://a.example?fbclid=1)") }
        let run = await CommandRun.inProcess(
            [
                "check", "../\(Self.path)", "--publication", "..", "--since", "HEAD", "--select", "tracking-parameter",
            ], in: weekly.repository.folder.path("content"))
        #expect(places(run) == ["../\(Self.path):7:24:"], "\(run.errors)")
    }

    @Test func saysThatThereIsNoSuchRevision() async throws {
        let weekly = try IntakeRepository()
        let run = try await check(weekly, "--since", "nowhere")
        #expect(run.status == 2)
        #expect(run.errors == "error: unknown revision 'nowhere'. Name a commit, a branch or a tag\n")
        #expect(try await check(weekly, "--since=--output=x").status == 2)
        let plain = try await WeeklyFolder().sennight("check", "--since", "HEAD")
        #expect(plain.status == 2)
        #expect(plain.errors.contains("not a git repository"))
    }
}
