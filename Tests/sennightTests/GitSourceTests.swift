import Foundation
import TestKit
import Testing

@Suite(.startsProcesses) struct GitSourceTests {
    private let weekly: WeeklyFolder
    private let repository: ScratchRepository

    init() throws {
        weekly = try WeeklyFolder()
        repository = try ScratchRepository()
        try repository.commit("a", "a", message: "Fix it (#1)")
    }

    private func collect(
        _ path: String, keys: String = "", from folder: String = "", settings: String = "sennight.yaml"
    )
        async throws -> CommandRun
    {
        try weekly.scratch.write(
            settings,
            WeeklyFolder.settings + "sources:\n  - { source: git, path: \"\(path)\", repository: o/r\(keys) }\n")
        return await CommandRun.inProcess(
            [
                "collect", "--publication", weekly.scratch.path, "--settings", weekly.scratch.path(settings), "--since",
                "2020-01-01", "--until", "2999-12-31",
            ], in: weekly.scratch.path(folder))
    }

    @Test func runsNoCommandOfARepositoryInThePublication() async throws {
        let canary = weekly.scratch.path("canary")
        try repository.git("clone", "-q", "--mirror", ".", weekly.scratch.path("evil.git"))
        try weekly.scratch.write(
            "evil.git/config",
            """
            [core]
                repositoryformatversion = 1
                bare = true
            [extensions]
                partialClone = origin
            [remote "origin"]
                url = \(weekly.scratch.path("evil.git"))
                uploadpack = "touch '\(canary)'; git-upload-pack"
                promisor = true

            """)
        for keys in ["", ", fetch: true", ", branch: \(String(repeating: "0123", count: 10))"] {
            let run = try await collect("evil.git", keys: keys)
            #expect(run.status == 1)
            #expect(
                run.errors.contains("evil.git: git failed: the repository is inside the publication"), "\(run.errors)")
        }
        #expect(!weekly.scratch.exists("canary"))
    }

    @Test(
        "Finds the repository from the settings file, wherever the command runs",
        arguments: [
            ("", "sennight.yaml", ".."), ("content", "sennight.yaml", ".."), ("draft", "content/s.yaml", "../.."),
        ])
    func findsTheRepositoryFromTheSettings(folder: String, settings: String, up: String) async throws {
        let name = repository.folder.path.split(separator: "/").last ?? ""
        let run = try await collect("\(up)/\(name)", from: folder, settings: settings)
        #expect(run.status == 0, "\(run.errors)")
        #expect(try weekly.scratch.text("candidates/7/git.jsonl").contains("Fix it"))
    }
}
