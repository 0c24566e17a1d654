internal import Synchronization

/// Knows the secrets in use, and removes them from everything that leaves the program.
///
/// A server may return what it was sent, plain or encoded, and no secret may get into a message or a file that others
/// see. If a text is passed in several pieces, each piece is searched separately.
package final class Redactor: Sendable {
    private struct State: Sendable {
        var words: Set<[UInt8]> = []
        var search = SecretSearch([])
    }

    private let state = Mutex(State())
    /// Whether any secret is known; if not, no time is spent searching for them.
    private let hasSecrets = Atomic(false)

    /// The replacement for a secret.
    package static let mask = "[secret]"

    package init() {}

    /// Short secrets are ignored, because they would match in ordinary words.
    package func add(_ secret: String) {
        let words = SecretForms.words(of: secret)
        guard !words.isEmpty else { return }
        state.withLock { state in
            guard !words.isSubset(of: state.words) else { return }
            state.words.formUnion(words)
            state.search = SecretSearch(state.words)
        }
        hasSecrets.store(true, ordering: .releasing)
    }

    package func redacted(_ text: String) -> String {
        guard let search else { return text }
        let bytes = Array(text.utf8)
        return redacted(bytes, search).map { String(decoding: $0, as: UTF8.self) } ?? text
    }

    package func redacted(_ bytes: [UInt8]) -> [UInt8] {
        guard let search else { return bytes }
        return redacted(bytes, search) ?? bytes
    }

    package func finds(in text: String) -> Bool {
        guard let search else { return false }
        let bytes = Array(text.utf8)
        return search.first(in: bytes.span) != nil
    }

    private var search: SecretSearch? {
        hasSecrets.load(ordering: .acquiring) ? state.withLock(\.search) : nil
    }

    /// The bytes without secrets; nil if they contain none.
    private func redacted(_ bytes: [UInt8], _ search: SecretSearch) -> [UInt8]? {
        let span = bytes.span
        guard var found = search.first(in: span) else { return nil }
        var output: [UInt8] = []
        var rest = 0
        while true {
            output += bytes[rest..<found.lowerBound]
            output += Self.mask.utf8
            rest = found.upperBound
            guard let next = search.first(in: span, from: rest) else { break }
            found = next
        }
        return output + bytes[rest...]
    }
}

extension Redactor {
    package func redacted(_ response: HTTPResponse) -> HTTPResponse {
        guard search != nil else { return response }
        var response = response
        response.body = redacted(response.body)
        response.url = redacted(response.url)
        for index in response.headers.fields.indices {
            response.headers.fields[index].value = redacted(response.headers.fields[index].value)
        }
        for index in response.hops.indices { response.hops[index].url = redacted(response.hops[index].url) }
        return response
    }
}

extension Files {
    /// These files, with secrets removed from everything that is written to them.
    package func redacted(by redactor: Redactor) -> Files {
        var files = self
        files.write = { [write] path, bytes throws(FileError) in try write(path, redactor.redacted(bytes)) }
        return files
    }
}
