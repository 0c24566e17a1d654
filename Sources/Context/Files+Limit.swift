extension Files {
    /// The maximum size of a text file in bytes, larger than any text that a person writes.
    package static let largestText = 16 << 20

    /// All bytes of a file that isn't larger than a limit.
    package func read(_ path: String, atMost limit: Int) throws(FileError) -> [UInt8] {
        if let size = status(path)?.size, size > limit {
            throw FileError(path: path, reason: "the file has more than \(limit >> 20) MB")
        }
        return try read(path)
    }
}
