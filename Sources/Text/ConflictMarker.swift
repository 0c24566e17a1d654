/// The lines that git puts around what it could not merge (`git merge --help`, "How conflicts are presented").
package enum ConflictMarker {
    /// Whether a line is one of them.
    package static func isBegun(by line: some Collection<UInt8>) -> Bool {
        beginsSide(line) || line.starts(with: "=======".utf8)
    }

    /// Whether a line is one that names a side, and so cannot be anything else.
    ///
    /// `=======` between them may also underline a heading.
    package static func beginsSide(_ line: some Collection<UInt8>) -> Bool {
        guard let first = line.first, [0x3C, 0x3E, 0x7C].contains(first) else { return false }
        let rest = line.dropFirst(7)
        return line.prefix(7).count == 7 && line.prefix(7).allSatisfy { $0 == first }
            && (rest.isEmpty || rest.first == 0x20 || rest.first == 0x0D || rest.first == 0x0A)
    }
}
