/// The lines with which git marks what it couldn't merge (`git merge --help`, "How conflicts are presented").
package enum ConflictMarker {
    /// Whether a line is a conflict marker.
    package static func isBegun(by line: some Collection<UInt8>) -> Bool {
        beginsSide(line) || line.starts(with: "=======".utf8)
    }

    /// Whether a line is a marker that names one of the sides, so that it can't be an ordinary line.
    ///
    /// The `=======` between the sides may also underline a heading.
    package static func beginsSide(_ line: some Collection<UInt8>) -> Bool {
        guard let first = line.first, [0x3C, 0x3E, 0x7C].contains(first) else { return false }
        let rest = line.dropFirst(7)
        return line.prefix(7).count == 7 && line.prefix(7).allSatisfy { $0 == first }
            && (rest.isEmpty || rest.first == 0x20 || rest.first == 0x0D || rest.first == 0x0A)
    }
}
