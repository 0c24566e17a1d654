internal import Context
internal import Draft
internal import Newsletter
internal import Settings

/// Moves the files that editors share from the hidden state folder, where version 0.1 kept them, to the publication's
/// root.
package struct SharedFiles {
    let session: DraftSession

    /// Folders at the publication's root that all editors need.
    package static let folders = ["candidates", "decisions", "intake", "corrections"]

    /// Adds the moves to a command's changes.
    ///
    /// - Returns: the new paths.
    /// - Throws: a ``Diagnostic`` for a file that can't be read; ``FileError``.
    func move(into changes: inout FileChanges) throws -> [String] {
        let (files, location) = (session.files, session.location)
        // With '--state .' both are the same folder.
        guard let state = files.realPath(location.state), state != files.realPath(location.root) else { return [] }
        var moved: [String] = []
        for folder in ["decisions", "intake"] {
            let old = "\(location.state)/\(folder)"
            for name in try files.list(old).map(\.path) where name.hasSuffix(".jsonl") {
                let (source, target) = ("\(old)/\(name)", location.path("\(folder)/\(name)"))
                let bytes = try files.read(source)
                // A file that the command writes anyway already has the old file's lines.
                if !changes.contains(target) {
                    let known = try session.content(target)
                    changes.write(
                        target, try known.map { try Self.merged($0, bytes, folder, target) } ?? bytes, over: known)
                }
                changes.remove(source, bytes)
                moved.append(target)
            }
        }
        return moved
    }

    private static func merged(_ new: [UInt8], _ old: [UInt8], _ folder: String, _ path: String) throws -> [UInt8] {
        if folder == "decisions" {
            var memory = try DecisionLog(new, file: path)
            memory.add(older: try DecisionLog(old, file: path))
            return memory.bytes
        }
        var memory = try IntakeLog(new, file: path)
        memory.add(older: try IntakeLog(old, file: path))
        return memory.bytes
    }
}
