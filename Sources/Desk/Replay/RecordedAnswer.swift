internal import Address
internal import Context
internal import Newsletter

/// A recorded response in a file, with the request that it answers: three parts separated by empty lines.
///
///     GET https://forum.example.org/t/57.json
///
///     200
///     Content-Type: application/json
///
///     {"slug": "pick-of-the-week"}
///
/// A request matches if it has all the parameters of the file's URL; the request may have more. A line `Body: TEXT`
/// below the URL says what the request's body must contain. The header fields and the body of the response may be
/// missing.
struct RecordedAnswer: Hashable, Sendable {
    var method: String
    var address: WebAddress
    /// Strings that the request's body must contain.
    var bodyTexts: [String] = []
    var status: Int
    var fields: [HTTPHeaders.Field] = []
    var body: [UInt8]

    /// - Parameter file: the file's path as the user gave it.
    /// - Throws: a ``Diagnostic`` if the file isn't a recorded response.
    init(_ bytes: [UInt8], file: String) throws(Diagnostic) {
        var lines = LineReader(bytes)
        func fault(_ problem: String, _ remedy: String) -> Diagnostic {
            Diagnostic(problem, remedy: remedy, file: file, at: SourceLocation(line: lines.number, column: 1))
        }
        let question = (lines.next() ?? "").split(separator: " ")
        guard question.count == 2, let address = try? WebAddress(String(question[1])) else {
            throw fault("the first line isn't a request", "Begin the file with 'GET https://…'")
        }
        (method, self.address) = (String(question[0]), address)
        while let line = lines.next(), !line.isEmpty {
            guard let field = HTTPHeaders.Field(line: line), field.name.lowercased() == "body" else {
                throw fault("'\(line)' isn't part of a request", "Write 'Body: TEXT', or an empty line")
            }
            bodyTexts.append(field.value)
        }
        guard let line = lines.next(), let status = Int(line), 200...599 ~= status else {
            throw fault("the response has no status", "Write a status such as 200 on the line after the empty one")
        }
        self.status = status
        while let line = lines.next(), !line.isEmpty {
            guard let field = HTTPHeaders.Field(line: line) else {
                throw fault("'\(line)' isn't a header field", "Write 'NAME: VALUE', or an empty line")
            }
            fields.append(field)
        }
        body = lines.rest
    }

    /// How many parts of a request this response matches, or nil if the response is for other requests.
    func fitness(_ method: String, _ asked: WebAddress, body: String) -> Int? {
        guard method == self.method, asked.origin == address.origin, Self.path(asked) == Self.path(address),
            bodyTexts.allSatisfy({ body.contains($0) })
        else { return nil }
        let (wanted, there) = (Self.parameters(address), Self.parameters(asked))
        guard wanted.isSubset(of: there) else { return nil }
        return wanted.count + bodyTexts.count
    }

    private static func path(_ address: WebAddress) -> Substring { address.target.prefix { $0 != "?" } }

    private static func parameters(_ address: WebAddress) -> Set<Substring> {
        Set(address.target.drop { $0 != "?" }.dropFirst().split(separator: "&"))
    }
}

/// The lines of a file, and the remaining bytes after them.
private struct LineReader {
    private var unread: ArraySlice<UInt8>
    private(set) var number = 0

    init(_ bytes: [UInt8]) { unread = bytes[...] }

    var rest: [UInt8] { Array(unread) }

    mutating func next() -> String? {
        guard !unread.isEmpty else { return nil }
        number += 1
        let line = unread.prefix { $0 != UInt8(ascii: "\n") }
        unread = unread.dropFirst(line.count + 1)
        return String(decoding: line.last == UInt8(ascii: "\r") ? line.dropLast() : line, as: UTF8.self)
    }
}

extension HTTPHeaders.Field {
    fileprivate init?(line: String) {
        guard let colon = line.firstIndex(of: ":"), colon > line.startIndex else { return nil }
        self.init(name: String(line[..<colon]), value: String(line[line.index(after: colon)...].drop { $0 == " " }))
    }
}
