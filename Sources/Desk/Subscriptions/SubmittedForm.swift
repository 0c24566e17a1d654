internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import NIOCore

/// The fields of a form that a browser or a mail program has sent.
struct SubmittedForm: Sendable {
    /// Why a request has no form.
    enum Fault: Error, Hashable, Sendable {
        case tooLarge, tooSlow, incomplete, type
    }

    /// The largest body, in bytes.
    static let limit = 16_384

    /// By name; of several fields with a name, the first counts.
    private let fields: [String: String]

    subscript(name: String) -> String? { fields[name] }

    init(_ fields: [(name: String, value: String)]) {
        self.fields = Dictionary(fields.map { ($0.name, $0.value) }) { first, _ in first }
    }

    /// Reads the body of a request.
    ///
    /// - Parameter patience: how long the whole body may take.
    init(_ request: Request, within patience: Duration) async throws {
        let type = request.headers[.contentType] ?? "application/x-www-form-urlencoded"
        if let text = request.headers[.contentLength], let length = Int(text), length > Self.limit {
            throw Fault.tooLarge
        }
        let body = try await Self.body(of: request, within: patience)
        switch type.split(separator: ";").first?.lowercased().filter({ $0 != " " }) {
        case "application/x-www-form-urlencoded": self.init(try URLEncodedForm.fields(of: body))
        case "multipart/form-data": self.init(try MultipartForm.fields(of: body, type: type))
        default: throw Fault.type
        }
    }

    private static func body(of request: Request, within patience: Duration) async throws -> [UInt8] {
        try await withThrowingTaskGroup(of: [UInt8]?.self) { group in
            group.addTask {
                do {
                    return Array(buffer: try await request.body.collect(upTo: limit))
                } catch is NIOTooManyBytesError {
                    throw Fault.tooLarge
                } catch let error as HTTPError where error.status == .contentTooLarge {
                    throw Fault.tooLarge
                }
            }
            group.addTask {
                try await Task.sleep(for: patience)
                return nil
            }
            defer { group.cancelAll() }
            guard let body = try await group.next() ?? nil else { throw Fault.tooSlow }
            return body
        }
    }
}

/// The encoding `application/x-www-form-urlencoded` (url.spec.whatwg.org).
enum URLEncodedForm {
    static func fields(of body: [UInt8]) throws(SubmittedForm.Fault) -> [(name: String, value: String)] {
        var fields: [(name: String, value: String)] = []
        for pair in body.split(separator: UInt8(ascii: "&")) {
            let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            fields.append((try text(parts[0]), parts.count > 1 ? try text(parts[1]) : ""))
        }
        return fields
    }

    private static func text(_ bytes: ArraySlice<UInt8>) throws(SubmittedForm.Fault) -> String {
        let spaced = bytes.map { $0 == UInt8(ascii: "+") ? UInt8(ascii: " ") : $0 }
        guard let written = String(validating: spaced, as: UTF8.self), let text = written.removingPercentEncoding else {
            throw .incomplete
        }
        return text
    }
}

/// The encoding `multipart/form-data` (RFC 7578).
enum MultipartForm {
    static func fields(of body: [UInt8], type: String) throws(SubmittedForm.Fault) -> [(name: String, value: String)] {
        // Carriage returns and line feeds together are one character in Swift, so lines are split as bytes.
        guard let boundary = parameter("boundary", of: type), !boundary.isEmpty,
            let text = String(validating: body, as: UTF8.self)
        else { throw .incomplete }
        var fields: [(name: String, value: String)] = []
        let parts = ("\r\n" + text).components(separatedBy: "\r\n--" + boundary)
        guard parts.count >= 3, parts[parts.count - 1].hasPrefix("--") else { throw .incomplete }
        for part in parts.dropFirst().dropLast() {
            guard let end = part.range(of: "\r\n\r\n") else { throw .incomplete }
            let header = part[..<end.lowerBound].components(separatedBy: "\r\n")
            let disposition = header.first { $0.lowercased().hasPrefix("content-disposition:") }
            guard let disposition, let name = parameter("name", of: disposition) else { throw .incomplete }
            fields.append((name, String(part[end.upperBound...])))
        }
        return fields
    }

    /// A parameter of a field's value, with or without quotes.
    private static func parameter(_ name: String, of value: String) -> String? {
        for part in value.split(separator: ";").dropFirst() {
            let pair = part.split(separator: "=", maxSplits: 1)
            guard pair.count == 2, pair[0].trimmingCharacters(in: .whitespaces).lowercased() == name else { continue }
            return pair[1].trimmingCharacters(in: .whitespaces).trimmingCharacters(in: CharacterSet(charactersIn: "\""))
        }
        return nil
    }
}
