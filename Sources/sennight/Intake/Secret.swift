internal import Context
internal import Foundation
internal import Newsletter

/// What nobody else must see; it is never printed.
enum Secret {
    /// The value of `NAME` in the environment, or what stands in the file that `NAME_FILE` names.
    ///
    /// - Throws: where that file cannot be read.
    static func named(_ name: String, files: Files) throws -> String? {
        let environment = ProcessInfo.processInfo.environment
        if let value = environment[name], !value.isEmpty { return value }
        guard let file = environment[name + "_FILE"], !file.isEmpty else { return nil }
        let text = String(decoding: try files.read(file, atMost: Files.largestText), as: UTF8.self)
        let value = text.trimmingCharacters(in: .whitespacesAndNewlines)
        guard !value.isEmpty else {
            throw Diagnostic("the file is empty", remedy: "Write the secret into it, or unset \(name)_FILE", file: file)
        }
        return value
    }
}
