internal import Check
internal import Context
internal import Newsletter
internal import Settings

/// `check --fix`: writes what can be mended safely into the file.
struct Mending {
    let session: DraftSession
    let fixer: Fixer

    /// The text as it is now in the file.
    ///
    /// - Throws: ``Diagnostics`` where the file is no issue; a ``Diagnostic`` where somebody else changed it in between,
    ///   nothing is written then; ``FileError``.
    func mend(_ file: CheckedFile) throws -> [UInt8] {
        let (bytes, mended) = try fixer.fixed(file.bytes, file: file.path)
        guard bytes != file.bytes else { return bytes }
        let wayBack = wayBack(file.path)
        try WritingTurn.take(at: session.location) {
            guard try session.files.read(file.path) == file.bytes else {
                throw Diagnostic(
                    "the file was changed by somebody else just now", remedy: "Give the command once more",
                    file: file.path)
            }
            try session.files.write(wayBack, file.bytes)
            try session.files.write(file.path, bytes)
        }
        for finding in mended {
            Terminal.say("\(file.path):\(finding.range.start.line): mended: \(finding.summary) [\(finding.id)]")
        }
        Terminal.say("\(file.path): \(mended.count) mended. As it was: \(wayBack)")
        return bytes
    }

    private func wayBack(_ path: String) -> String {
        let parts = path.split(separator: "/").filter { $0 != "." && $0 != ".." }
        return session.location.cache("before/\(parts.joined(separator: "/"))", session.files)
    }
}
