package import Context
internal import Text

/// The folder with the candidates of an issue: a ``CandidateFile`` for each source.
package struct CandidateFolder: Sendable {
    private let path: String
    private let files: Files

    /// - Parameter path: the folder's path.
    package init(_ path: String, files: Files) {
        self.path = path
        self.files = files
    }

    /// The path of an issue's folder, from the publication's root.
    package static func path(ofIssue number: Int) -> String { "candidates/\(number)" }

    /// The path of a source's file.
    package func path(of source: String) -> String { "\(path)/\(Slug.of(source)).jsonl" }

    /// The candidates of all sources.
    ///
    /// - Throws: a ``Diagnostic`` for a line that can't be read, ``FileError``.
    package func pool() throws -> CandidatePool {
        let names = try files.list(path).map(\.path).filter { $0.hasSuffix(".jsonl") }
        return CandidatePool(try names.map { try read("\(path)/\($0)") })
    }

    /// The candidates of one source; none if the source has no file yet.
    ///
    /// - Throws: the errors of ``pool()``.
    package func file(of source: String) throws -> CandidateFile { try read(path(of: source)) }

    private func read(_ path: String) throws -> CandidateFile {
        guard let bytes = try files.readIfPresent(path) else { return CandidateFile() }
        return try CandidateFile(bytes, file: path)
    }

    /// The bytes of a source's file; empty if the file doesn't exist.
    ///
    /// - Throws: ``FileError``.
    package func bytes(of source: String) throws -> [UInt8] { try files.readIfPresent(path(of: source)) ?? [] }

    /// Writes a source's file, unless it is unchanged.
    ///
    /// - Parameter redactor: removes secrets from the bytes.
    /// - Returns: the bytes that the file has now.
    /// - Throws: ``FileError``.
    package func write(_ file: CandidateFile, of source: String, _ redactor: Redactor) throws -> [UInt8] {
        let bytes = redactor.redacted(file.bytes)
        if bytes != (try self.bytes(of: source)) { try files.write(path(of: source), bytes) }
        return bytes
    }
}
