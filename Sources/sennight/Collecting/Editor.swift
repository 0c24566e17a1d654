internal import Foundation
internal import Newsletter

/// The person's own text editor.
enum Editor {
    /// Opens a file and waits until the person is done with it.
    ///
    /// The variable may hold a command with options, so a shell reads it, as git lets one do; the file is an argument.
    ///
    /// - Throws: a ``Diagnostic`` where there is no editor, or it ended with a fault.
    static func open(_ file: String) throws {
        let environment = ProcessInfo.processInfo.environment
        guard let editor = environment["VISUAL"] ?? environment["EDITOR"], !editor.isEmpty else {
            throw Diagnostic("no text editor is set", remedy: "Set EDITOR, or give the sheet with --from FILE")
        }
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", "\(editor) \"$@\"", editor, file]
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw Diagnostic(
                "the editor ended with \(process.terminationStatus); nothing was changed",
                remedy: "Check EDITOR, or give the sheet with --from FILE")
        }
    }
}
