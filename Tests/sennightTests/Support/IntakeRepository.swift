import TestKit

/// A small weekly in a repository of its own, with branches for pull requests.
struct IntakeRepository {
    static let draft = """
        Title: Weekly 7
        Number: 7
        Date: 2026-03-04

        ## News

        * [One](https://one.example/1)

        ## Tools

        * [Hammer](https://tools.example/hammer)

        """
    static let path = "draft/2026-03-04.md"

    let repository: ScratchRepository

    init() throws {
        repository = try ScratchRepository()
        try repository.commit(
            [
                "sennight.yaml": "title: Weekly\nurl: https://example.org/\n", "README.md": "About\n",
                "content/6.md": "Title: Weekly 6\nDate: 2026-02-25\n\n## News\n\n* [Old](https://old.example)\n",
                Self.path: Self.draft,
            ], message: "base")
    }

    /// The draft with lines behind its first entry.
    static func adding(_ lines: String, to draft: String = draft) -> String {
        draft.replacing("(https://one.example/1)\n", with: "(https://one.example/1)\n\(lines)\n")
    }

    @discardableResult
    func git(_ arguments: String...) throws -> String { try repository.git(arguments) }

    /// A branch `pr/NAME` that adds lines.
    @discardableResult
    func pull(_ name: String, _ lines: String, from start: String? = nil) throws -> String {
        try repository.branch("pr/\(name)", from: start, Self.path, Self.adding(lines), message: "Add \(name)")
    }

    func intake(_ arguments: String...) async throws -> CommandRun {
        await CommandRun.inProcess(["intake"] + arguments + ["--branches", "pr/*"], in: repository.folder.path)
    }

    var draft: String { get throws { try repository.folder.text(Self.path) } }

    func edit(_ change: (inout String) -> Void) throws {
        var text = try draft
        change(&text)
        try repository.folder.write(Self.path, text)
    }

    /// The files that two commits have differently.
    func changed(_ old: String, _ new: String) throws -> [String] {
        try git("diff", "--name-only", old, new).split(separator: "\n").map(String.init)
    }
}
