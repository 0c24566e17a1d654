internal import Context
internal import Text

/// A mailbox with a file for each message (Maildir). What was read is moved to `cur` with the flag `S` (seen), in one
/// step, after its effects are in the store.
struct MaildirFolder {
    let path: String
    private let files: Files

    init(_ path: String, _ files: Files) {
        self.path = path
        self.files = files
    }

    /// Whether a folder has the form of such a mailbox.
    static func isOne(_ path: String, _ files: Files) -> Bool {
        files.isFolder("\(path)/new") && files.isFolder("\(path)/cur")
    }

    /// The messages as paths from the mailbox, the oldest first as far as names say so.
    ///
    /// - Parameter withRead: whether to include those that were read.
    func messages(withRead: Bool) throws(FileError) -> [String] {
        let new = try files.list("\(path)/new").map(\.path)
        let current = try files.list("\(path)/cur").map(\.path)
        let wanted = current.filter { name in
            let flags = Self.flags(name)
            return !flags.contains("T") && (withRead || !flags.contains("S"))
        }
        return new.filter { !$0.contains("/") }.map { "new/\($0)" }
            + wanted.filter { !$0.contains("/") }.map { "cur/\($0)" }
    }

    /// The beginning of a message; nil if another program has moved or removed it.
    func bytes(of message: String, atMost limit: Int) throws(FileError) -> [UInt8]? {
        do throws(FileError) {
            return try files.map("\(path)/\(message)").withBytes { Array($0.prefix(limit)) }
        } catch {
            if error.isAbsence { return nil }
            throw error
        }
    }

    /// Marks a message as read. Does nothing if another program has moved or removed it.
    func markRead(_ message: String) throws(FileError) {
        let name = message.split(separator: "/").last.map(String.init) ?? message
        let flags = Set(Self.flags(name)).union("S").sorted()
        let stem = name.firstRange(of: ":2,").map { String(name[..<$0.lowerBound]) } ?? name
        do throws(FileError) {
            try files.move("\(path)/\(message)", "\(path)/cur/\(stem):2,\(String(flags))")
        } catch {
            if !error.isAbsence { throw error }
        }
    }

    private static func flags(_ name: String) -> Substring {
        name.firstRange(of: ":2,").map { name[$0.upperBound...] } ?? ""
    }
}
