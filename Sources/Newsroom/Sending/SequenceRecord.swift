package import Context
internal import Newsletter

/// How far the sending has come, kept in a file outside the store: a store that is behind it is a restored backup.
package struct SequenceRecord: Sendable {
    private let path: String
    private let files: Files

    package init(_ path: String, files: Files) {
        self.path = path
        self.files = files
    }

    /// - Returns: nil if nothing was ever sent.
    /// - Throws: ``FileError``; a ``Diagnostic`` if the file has something else.
    package func read() throws -> Int? {
        guard let bytes = try files.readIfPresent(path, atMost: 1 << 10) else { return nil }
        let text = String(decoding: bytes, as: UTF8.self)
        guard let number = Int(text.prefix { $0 != "\n" }) else {
            throw Diagnostic(
                "the record of what was sent isn't a number",
                remedy: "Remove the file if the store isn't a restored backup", file: path)
        }
        return number
    }

    /// Called after each transaction that sends, and before the messages that it permits.
    ///
    /// - Throws: ``FileError``.
    func write(_ sequence: Int) throws(FileError) { try files.write(path, Array("\(sequence)\n".utf8)) }
}
