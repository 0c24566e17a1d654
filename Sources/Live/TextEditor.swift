internal import Newsletter

/// Starts the user's text editor.
package enum TextEditor {
    /// Opens a file and waits until the editor ends.
    ///
    /// The variable may contain a command with options, which a shell interprets, as with git (git-var(1)); the file is
    /// an argument.
    ///
    /// - Parameter variable: returns an environment variable's value, or nil if it isn't set.
    /// - Returns: whether the file was saved, with or without changes.
    /// - Throws: a ``Diagnostic`` if there is no editor or it failed; ``FileError``.
    package static func open(_ file: String, variable: (_ name: String) -> String?) throws -> Bool {
        guard let editor = ["VISUAL", "EDITOR"].compactMap({ variable($0) }).first(where: { !$0.isEmpty }) else {
            throw Diagnostic("no text editor is set", remedy: "Set EDITOR, or pass an edited sheet with --from FILE")
        }
        let before = try SavedState.marked(file)
        let end: ForegroundProgram.End
        do throws(ForegroundProgram.StartError) {
            end = try run(editor, file)
        } catch {
            throw Diagnostic(
                "the editor '\(editor)' can't be started (\(error))",
                remedy: "Check EDITOR, or pass an edited sheet with --from FILE")
        }
        guard end == .exited(0) else {
            throw Diagnostic(
                "the editor \(words(end)); nothing was changed",
                remedy: "Check EDITOR, or pass an edited sheet with --from FILE")
        }
        return try SavedState(of: file) != before
    }

    private static func run(_ editor: String, _ file: String) throws(ForegroundProgram.StartError)
        -> ForegroundProgram.End
    {
        guard editor.utf8.contains(where: "|&;<>()$`\\\"'\t\n*?[#~=%".utf8.contains) else {
            // Without a shell in between, a stop of the editor itself is noticed.
            let words = editor.split(separator: " ").map(String.init)
            return try ForegroundProgram.run(words.first ?? editor, words.dropFirst() + [file])
        }
        return try ForegroundProgram.run("/bin/sh", ["-c", "\(editor) \"$@\"", editor, file])
    }

    private static func words(_ end: ForegroundProgram.End) -> String {
        switch end {
        case .exited(let status): "exited with status \(status)"
        case .killed(let signal): "was killed by signal \(signal)"
        }
    }
}
