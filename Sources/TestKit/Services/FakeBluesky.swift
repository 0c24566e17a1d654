internal import Foundation
internal import Synchronization

/// A Bluesky server with one account.
package final class FakeBluesky: FakeService {
    package let root: String
    package let failures = FailureScript()
    private let identifier: String
    private let password: String
    package static let did = "did:plc:weekly"

    private struct State: Sendable {
        var sessions = 0
        /// JSON with sorted members by key, of the one collection of posts.
        var records: [String: [UInt8]] = [:]
        var effects: [String] = []
    }

    private let state = Mutex(State())

    package init(root: String = "https://bsky.example", identifier: String, password: String) {
        self.root = root
        self.identifier = identifier
        self.password = password
    }

    /// The texts of the posts, and of what replaced them with another content.
    package var effects: [String] { state.withLock(\.effects) }

    /// The records as JSON by their keys.
    package var records: [String: String] {
        state.withLock { $0.records.mapValues { String(decoding: $0, as: UTF8.self) } }
    }

    /// Ends all sessions.
    package func endSessions() { state.withLock { $0.sessions += 1 } }

    /// Adds a post of a person.
    package func post(_ text: String, key: String) {
        state.withLock { $0.records[key] = Array("{\"text\":\"\(text)\"}".utf8) }
    }

    private var accessToken: String { "access-token-\(state.withLock(\.sessions))-0123456789" }

    package func respond(to request: ServiceRequest) -> ServiceResponse {
        let members = request.members
        switch (request.method, request.path) {
        case ("POST", "/xrpc/com.atproto.server.createSession"):
            guard members["identifier"] as? String == identifier, members["password"] as? String == password else {
                return error(401, "AuthenticationRequired", "Invalid identifier or password")
            }
            return ServiceResponse(
                200,
                [
                    "accessJwt": accessToken, "refreshJwt": "refresh-token-0123456789", "did": Self.did,
                    "handle": identifier,
                ])
        case ("GET", "/xrpc/com.atproto.repo.getRecord"):
            let key = request.query["rkey"] ?? ""
            let record = state.withLock { $0.records[key] }
            guard request.query["repo"] == Self.did, request.query["collection"] == "app.bsky.feed.post", let record,
                // Only JSON was stored.
                let value = try? JSONSerialization.jsonObject(with: Data(record))
            else {
                return error(400, "RecordNotFound", "Could not locate record: at://\(key)")
            }
            return ServiceResponse(200, ["uri": uri(key), "cid": "bafy", "value": value])
        case ("POST", "/xrpc/com.atproto.repo.putRecord"):
            guard request.fields["authorization"] == "Bearer \(accessToken)" else {
                return error(400, "ExpiredToken", "Token has expired")
            }
            return put(members)
        default: return error(404, "MethodNotImplemented", "Method Not Implemented")
        }
    }

    private func put(_ members: [String: Any]) -> ServiceResponse {
        guard members["repo"] as? String == Self.did, members["collection"] as? String == "app.bsky.feed.post",
            let key = members["rkey"] as? String, key.utf8.count == 13,
            let record = members["record"] as? [String: Any], let text = record["text"] as? String,
            record["$type"] as? String == "app.bsky.feed.post", record["createdAt"] is String,
            text.count <= 300, Self.areFacetsValid(record, text),
            // Only what was read as JSON is written.
            let bytes = try? JSONSerialization.data(withJSONObject: record, options: .sortedKeys)
        else { return error(400, "InvalidRequest", "Invalid app.bsky.feed.post record") }
        state.withLock { state in
            guard state.records[key] != Array(bytes) else { return }
            state.records[key] = Array(bytes)
            state.effects.append(text)
        }
        return ServiceResponse(200, ["uri": uri(key), "cid": "bafy"])
    }

    /// Whether every facet of a link covers exactly its address.
    private static func areFacetsValid(_ record: [String: Any], _ text: String) -> Bool {
        let bytes = Array(text.utf8)
        return (record["facets"] as? [[String: Any]] ?? []).allSatisfy { facet in
            guard let index = facet["index"] as? [String: Int], let start = index["byteStart"],
                let end = index["byteEnd"], 0 <= start, start < end, end <= bytes.count,
                let feature = (facet["features"] as? [[String: String]])?.first
            else { return false }
            let covered = String(decoding: bytes[start..<end], as: UTF8.self)
            return covered == feature["uri"] || covered == feature["tag"].map { "#" + $0 }
        }
    }

    private func uri(_ key: String) -> String { "at://\(Self.did)/app.bsky.feed.post/\(key)" }

    private func error(_ status: Int, _ name: String, _ message: String) -> ServiceResponse {
        ServiceResponse(status, ["error": name, "message": message])
    }
}
