#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif
package import Context
internal import Synchronization

/// An answer in JSON (RFC 8259), with faults for the items that couldn't be read.
package struct JSONPage<Value> {
    package var value: Value
    package var response: HTTPResponse
    /// The faults of list items that were left out because of an invalid member.
    package var faults: [SourceFault]
}

extension SourceClient {
    /// - Throws: a fault that names the required member that is missing or invalid.
    package func json<Value: Decodable>(
        _ type: Value.Type, _ url: String, headers: HTTPHeaders = [:]
    ) async throws(SourceFault) -> JSONPage<Value> {
        var headers = headers
        if headers["Accept"] == nil { headers["Accept"] = "application/json" }
        return try read(type, try await get(url, headers: headers), from: url)
    }

    /// Posts JSON, and returns the answer.
    package func json<Value: Decodable>(
        _ type: Value.Type, _ url: String, posting body: [UInt8], headers: HTTPHeaders = [:]
    ) async throws(SourceFault) -> JSONPage<Value> {
        var headers = headers
        if headers["Content-Type"] == nil { headers["Content-Type"] = "application/json" }
        return try read(type, try await post(url, body, headers: headers), from: url)
    }

    /// Decodes bytes as JSON.
    package func read<Value: Decodable>(
        _ type: Value.Type, _ response: HTTPResponse, from url: String
    ) throws(SourceFault) -> JSONPage<Value> {
        let decoder = JSONDecoder()
        let leftOut = LeftOutItems()
        if let key = LeftOutItems.key { decoder.userInfo[key] = leftOut }
        do {
            let value = try decoder.decode(type, from: Data(response.body))
            return JSONPage(
                value: value, response: response, faults: leftOut.faults(source: source, address: url))
        } catch {
            throw FieldError(error).fault(source: source, address: url)
        }
    }
}

/// A list in which invalid items are left out and reported in ``JSONPage/faults``. At most 10,000 items are read.
struct LenientList<Element: Decodable>: Decodable {
    var items: [Element] = []

    init(from decoder: any Decoder) throws {
        var container = try decoder.unkeyedContainer()
        let leftOut = LeftOutItems.key.flatMap { decoder.userInfo[$0] as? LeftOutItems }
        var count = 0
        while !container.isAtEnd {
            count += 1
            guard count <= 10_000 else {
                let problem = "has more than 10000 items; the rest was left out"
                leftOut?.add(FieldError(path: container.codingPath, problem: problem), isEnd: true)
                return
            }
            // The nested decoder goes on behind the item, whether it can be read or not.
            let item = try container.superDecoder()
            do {
                items.append(try Element(from: item))
            } catch {
                leftOut?.add(FieldError(error))
            }
        }
    }
}

extension KeyedDecodingContainer {
    /// The value of an optional member; nil if it is missing or has another type.
    func optional<Value: Decodable>(_ type: Value.Type, _ key: Key) -> Value? {
        // What isn't needed may be anything.
        (try? decodeIfPresent(type, forKey: key)) ?? nil
    }
}

/// The invalid member of an answer, and the problem with it.
private struct FieldError: Sendable {
    var field: String?
    var problem: String

    init(path: [any CodingKey], problem: String) {
        field = Self.path(path)
        self.problem = problem
    }

    init(_ error: any Error) {
        switch error as? DecodingError {
        case .keyNotFound(let key, let context):
            (field, problem) = (Self.path(context.codingPath + [key]), "is missing")
        case .valueNotFound(_, let context):
            (field, problem) = (Self.path(context.codingPath), "is null")
        case .typeMismatch(let type, let context):
            (field, problem) = (Self.path(context.codingPath), "isn't \(Self.name(of: type))")
        case .dataCorrupted(let context) where !context.codingPath.isEmpty:
            (field, problem) = (Self.path(context.codingPath), "can't be read")
        default:
            (field, problem) = (nil, "the response isn't JSON")
        }
    }

    func fault(source: String, address: String) -> SourceFault {
        SourceFault(
            problem, source: source, address: address, field: field?.isEmpty == true ? "the answer" : field,
            remedy: "Open the address to see the answer; the service may have changed its format")
    }

    private static func path(_ keys: [any CodingKey]) -> String {
        var path = ""
        for key in keys {
            if let index = key.intValue {
                path += "[\(index)]"
            } else {
                path += path.isEmpty ? key.stringValue : "." + key.stringValue
            }
        }
        return path
    }

    private static func name(of type: any Any.Type) -> String {
        switch type {
        case is String.Type: "text"
        case is Int.Type, is Double.Type: "a number"
        case is Bool.Type: "true or false"
        case is [Any].Type: "a list"
        default: "an object"
        }
    }
}

private final class LeftOutItems: Sendable {
    static let key = CodingUserInfoKey(rawValue: "left out")
    private let found = Mutex<(kept: [FieldError], count: Int)>(([], 0))

    /// - Parameter isEnd: whether the fault is about all items that follow.
    func add(_ error: FieldError, isEnd: Bool = false) {
        found.withLock { found in
            found.count += 1
            if isEnd { found.kept.insert(error, at: 0) } else if found.count <= 20 { found.kept.append(error) }
        }
    }

    func faults(source: String, address: String) -> [SourceFault] {
        let (kept, count) = found.withLock { $0 }
        var faults = kept.map { $0.fault(source: source, address: address) }
        if count > kept.count {
            faults.append(
                SourceFault("\(count - kept.count) more items were left out", source: source, address: address))
        }
        return faults
    }
}
