/// Splits a mailbox in one file (mbox) into its messages, piece by piece.
///
/// The variants differ in how they mark lines of a message that begin with `From `: `>` before these (mboxo), before
/// those with `>` already, too (mboxrd), or a field `Content-Length` instead (mboxcl, mboxcl2). All are read: a length
/// counts if a message begins after it.
struct MboxReader {
    struct Message: Hashable {
        /// Without the line `From `, and without the marks; at most the limit.
        var bytes: [UInt8]
        /// The number of its first line in the file, from 1.
        var line: Int
    }

    private let limit: Int
    /// Whether the whole file is one message, because it doesn't begin with `From `.
    private var isSingle: Bool
    private var current: Open?
    /// The beginning of a line that isn't complete.
    private var partial: [UInt8] = []
    private var lineNumber = 0
    private var followsBlank = true
    /// Whether the mailbox's lengths can be trusted: one that is wrong ends that.
    private var trustsLengths = true

    private struct Open {
        var bytes: [UInt8] = []
        var line: Int
        /// In bytes, of the body; nil before its end is known.
        var length: Int?
        var isInHeader = true
        var bodySize = 0
        /// Lines that begin a message unless the length says otherwise: their numbers, and where they are in `bytes`.
        var candidates: [(line: Int, offset: Int)] = []
    }

    /// - Parameters:
    ///   - limit: in bytes; more of a message isn't kept.
    ///   - isSingle: whether there is only one message, whatever it looks like.
    init(limit: Int, isSingle: Bool = false) {
        self.limit = limit
        self.isSingle = isSingle
    }

    /// - Parameter body: receives each message that is complete.
    mutating func read(_ piece: some Sequence<UInt8>, _ body: (Message) -> Void) {
        var rest = Array(piece)[...]
        while let end = rest.firstIndex(of: 0x0A) {
            let line = partial.isEmpty ? rest[...end] : (partial + rest[...end])[...]
            partial.removeAll(keepingCapacity: true)
            rest = rest[(end + 1)...]
            take(line, body)
        }
        partial += rest.prefix(max(0, limit - partial.count))
    }

    mutating func finish(_ body: (Message) -> Void) {
        if !partial.isEmpty { take(partial[...], body) }
        partial = []
        close(body)
    }

    private mutating func take(_ line: ArraySlice<UInt8>, _ body: (Message) -> Void) {
        lineNumber += 1
        let isBlank = line.allSatisfy { $0 == 0x0A || $0 == 0x0D }
        defer { followsBlank = isBlank }
        if isSingle || current == nil && !line.starts(with: "From ".utf8) {
            if current == nil, isBlank, !isSingle { return }
            if current == nil { isSingle = true }
            append(line, isBlank)
            return
        }
        if followsBlank, line.starts(with: "From ".utf8) {
            if let open = current, let length = open.length, trustsLengths, open.bodySize < length {
                current?.candidates.append((lineNumber, open.bytes.count))
            } else {
                close(body)
                current = Open(line: lineNumber)
                return
            }
        }
        append(line, isBlank)
    }

    private mutating func append(_ line: ArraySlice<UInt8>, _ isBlank: Bool) {
        var open = current ?? Open(line: lineNumber)
        // Otherwise, the bytes would be copied for each line.
        current = nil
        if open.isInHeader {
            if isBlank { open.isInHeader = false } else if open.length == nil { open.length = Self.length(line) }
        } else {
            open.bodySize += line.count
        }
        let quotes = line.prefix { $0 == UInt8(ascii: ">") }.count
        let isQuoted = !isSingle && quotes > 0 && line.dropFirst(quotes).starts(with: "From ".utf8)
        let text = isQuoted ? line.dropFirst() : line
        open.bytes += text.prefix(max(0, limit - open.bytes.count))
        current = open
    }

    private mutating func close(_ body: (Message) -> Void) {
        guard let open = current else { return }
        current = nil
        // A blank line may follow the body.
        if open.candidates.isEmpty || open.length.map({ open.bodySize - $0 <= 2 && open.bodySize >= $0 }) == true {
            return body(Message(bytes: open.bytes, line: open.line))
        }
        trustsLengths = false
        var start = 0
        var line = open.line
        for candidate in open.candidates where candidate.offset <= open.bytes.count {
            body(Message(bytes: Array(open.bytes[start..<candidate.offset]), line: line))
            // The header's reader skips the line `From `.
            (start, line) = (candidate.offset, candidate.line)
        }
        body(Message(bytes: Array(open.bytes[start...]), line: line))
    }

    private static func length(_ line: ArraySlice<UInt8>) -> Int? {
        let name = "content-length:"
        guard line.count > name.utf8.count, line.count < 60,
            String(decoding: line.prefix(name.utf8.count), as: UTF8.self).lowercased() == name
        else { return nil }
        let digits = line.dropFirst(name.utf8.count).filter { $0 > 0x20 }
        return Int(String(decoding: digits, as: UTF8.self))
    }
}
