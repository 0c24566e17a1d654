import Context
import Foundation
import Live
import Repository
import TestKit
import Testing

/// Repositories of strangers, and what their configuration would run.
@Suite(.startsProcesses) struct NamedRepositoryTests {
    private let scratch: ScratchFolder

    init() throws {
        scratch = try ScratchFolder()
        try FileManager.default.createDirectory(
            atPath: scratch.path("publication"), withIntermediateDirectories: true)
    }

    /// A configuration whose command makes the file `canary`.
    private static let attacks = [
        "remote.origin.uploadpack=touch CANARY; git-upload-pack", "core.sshCommand=touch CANARY; false",
        "core.gitProxy=touch CANARY", "core.fsmonitor=touch CANARY; false", "core.pager=touch CANARY",
        "core.hooksPath=HOOKS", "core.askPass=touch CANARY", "credential.helper=!touch CANARY",
        "gpg.program=touch CANARY", "diff.external=touch CANARY", "log.showSignature=true",
        "url.ext::sh -c 'touch% CANARY'.insteadOf=URL", "remote.origin.vcs=ext", "protocol.ext.allow=always",
        "alias.log=!touch CANARY", "core.alternateRefsCommand=touch CANARY", "include.path=INCLUDED",
        "uploadpack.packObjectsHook=touch CANARY", "fetch.recurseSubmodules=true", "core.worktree=..",
    ]

    private func git(_ arguments: String...) throws { try git(arguments) }

    private func git(_ arguments: [String]) throws {
        let author = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
        let run = try CommandRun.of(Command("git", author + arguments, in: scratch.path))
        try #require(run.status == 0, "git \(arguments)")
    }

    /// A repository with one commit, from which an object is missing that a promisor remote would have to bring.
    private func repository(at path: String, isBare: Bool, attack: String = "", remote: String? = nil) throws {
        let url = remote ?? scratch.path(path)
        var config = "\trepositoryformatversion = 1\n"
        for setting in [
            "remote.origin.fetch=+refs/heads/*:refs/\(isBare ? "heads" : "remotes/origin")/*",
            "remote.origin.url=\(url)", "extensions.partialClone=origin", "remote.origin.promisor=true", attack,
        ] where !setting.isEmpty {
            let pair = setting.replacing("CANARY", with: scratch.path("canary")).replacing("HOOKS", with: hooks)
                .replacing("INCLUDED", with: included).replacing("URL", with: url).split(separator: "=", maxSplits: 1)
            config += Self.configuration(pair[0], pair[1])
        }
        try makeRepository(at: path, isBare: isBare, config: config)
    }

    private func makeRepository(at path: String, isBare: Bool = false, config: String = "") throws {
        let store = try GitStore(
            at: scratch.path(isBare ? path : path + "/.git"), isBare: isBare, config: config)
        let commit = try store.commit(tree: try store.tree([:]), parents: [], message: "Fix it (#1)")
        try store.set("refs/heads/main", to: commit)
    }

    /// A variable as git-config(1) writes it.
    private static func configuration(_ name: Substring, _ value: Substring) -> String {
        func quoted(_ text: Substring) -> String {
            "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
        }
        guard let first = name.firstIndex(of: "."), let last = name.lastIndex(of: ".") else { return "" }
        let section = name[..<first] + (first == last ? "" : " " + quoted(name[name.index(after: first)..<last]))
        return "[\(section)]\n\t\(name[name.index(after: last)...]) = \(quoted(value))\n"
    }

    private var hooks: String { scratch.path("hooks") }
    private var included: String { scratch.path("included") }

    private func prepareHooks() throws {
        for name in ["reference-transaction", "post-fetch", "pre-auto-gc", "post-index-change"] {
            let file = try scratch.write("hooks/\(name)", "#!/bin/sh\ntouch '\(scratch.path("canary"))'\n")
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file)
        }
        try scratch.write(
            "included", "[remote \"origin\"]\n\tuploadpack = touch '\(scratch.path("canary"))'; git-upload-pack\n")
    }

    private func run(_ path: String, _ arguments: [String]) async -> GitError.Reason? {
        let repository = NamedRepository(
            scratch.path(path), publication: scratch.path("publication"), files: .live, git: .live)
        do throws(GitError) {
            _ = try await repository.output(arguments)
            return nil
        } catch {
            return error.reason
        }
    }

    private static let missing = String(repeating: "0123", count: 10)

    @Test(arguments: attacks, [true, false])
    func runsNothingInsideThePublication(attack: String, isBare: Bool) async throws {
        try prepareHooks()
        try repository(at: "publication/evil", isBare: isBare, attack: attack)
        for arguments in [["fetch", "--quiet"], ["log", "--format=%H"], ["log", Self.missing]] {
            #expect(await run("publication/evil", arguments) == .insidePublication)
        }
        #expect(!scratch.exists("canary"))
    }

    /// Outside, the configuration is the editor's own; still, nothing local runs but git.
    @Test(arguments: attacks, [true, false])
    func runsNoHelpersOutside(attack: String, isBare: Bool) async throws {
        try prepareHooks()
        try repository(at: "outside", isBare: isBare, attack: attack)
        #expect(await run("outside", ["log", "--format=%H"]) == nil)
        _ = await run("outside", ["fetch", "--quiet"])
        _ = await run("outside", ["log", Self.missing])
        #expect(!scratch.exists("canary"))
    }

    @Test func showsThatTheAttackWorksOtherwise() throws {
        try repository(at: "publication/evil", isBare: true, attack: Self.attacks[0])
        _ = try? git("-C", "publication/evil", "fetch", "--quiet")
        #expect(scratch.exists("canary"))
    }

    @Test("Finds no repository of a stranger by searching", arguments: [".", "refs", "objects"])
    func findsNoBareRepository(folder: String) async throws {
        try repository(at: "publication/evil", isBare: true, attack: "core.fsmonitor=touch CANARY; false")
        let output = try await Git.live.run(
            GitCommand(["rev-parse", "--show-prefix"], folder: scratch.path("publication/evil/\(folder)")))
        #expect(output.status == 128)
        #expect(output.standardError.contains("safe.bareRepository"))
    }

    @Test("Refuses what leads into the publication", arguments: ["link", "file", "worktree"])
    func refusesDetours(kind: String) async throws {
        try repository(at: "publication/evil", isBare: kind != "worktree", attack: Self.attacks[0])
        switch kind {
        case "link":
            try FileManager.default.createSymbolicLink(
                atPath: scratch.path("outside"), withDestinationPath: scratch.path("publication/evil"))
        case "file": try scratch.write("outside/.git", "gitdir: \(scratch.path("publication/evil"))\n")
        default: try git("-C", "publication/evil", "worktree", "add", "-q", "--detach", scratch.path("outside"))
        }
        #expect(await run("outside", ["log", "--format=%H"]) == .insidePublication)
        #expect(await run("outside", ["fetch", "--quiet"]) == .insidePublication)
        #expect(!scratch.exists("canary"))
    }

    @Test func refusesAStrangersRepositoryBesideAPublicationInALargerClone() async throws {
        try makeRepository(at: ".")
        try repository(at: "evil", isBare: true, attack: Self.attacks[0])
        #expect(await run("evil", ["log", "--format=%H"]) == .insidePublication)
        #expect(!scratch.exists("canary"))
    }

    @Test("Reads the clone that the publication is in", arguments: [".", "publication"])
    func readsItsOwnClone(clone: String) async throws {
        try makeRepository(at: clone)
        #expect(await run(clone, ["log", "--format=%H"]) == nil)
    }
}
