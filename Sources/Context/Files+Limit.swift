extension Files {
    /// In bytes; more than any text written by a person.
    package static let largestText = 16 << 20

    /// All bytes of a file that isn't larger than a limit.
    package func read(_ path: String, atMost limit: Int) throws(FileError) -> [UInt8] {
        if let size = status(path)?.size, size > limit {
            throw FileError(path: path, reason: "the file has more than \(limit >> 20) MB")
        }
        return try read(path)
    }
}
