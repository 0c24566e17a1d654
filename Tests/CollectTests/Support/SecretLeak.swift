import Context
import TestKit

/// Ways in which a server may pass on what it was sent.
enum SecretLeak: String, CaseIterable, Sendable {
    case titles, body, jsonMessage, graphQLErrors, headers
    case status401, status403, status404, status429, status500
    case redirect301, redirect302, redirect303, redirect307, redirect308, redirectToPrivate, redirectToHTTPS
    case brokenChunks, slow, reset, huge

    /// - Parameters:
    ///   - proper: what a good server answers.
    ///   - stranger: a server of another origin, without a slash at the end.
    func reply(to question: WebQuestion, proper: WebReply, stranger: String) -> WebReply {
        let said = Self.said(in: question)
        let header = said.replacing("\r", with: " ").replacing("\n", with: " ")
        let query = "?said=\(WebAddressText.escaped(said))"
        let html = Array("<p>You sent: \(said)</p>".utf8)
        switch self {
        case .titles: return proper.replacing(#""title": ""#, with: #""title": "\#(WebAddressText.json(said)) "#)
        case .body: return .answer(200, body: html)
        case .jsonMessage: return .text(#"{"message": "bad \#(WebAddressText.json(said))", "error": "\#(query)"}"#)
        case .graphQLErrors: return .text(#"{"errors": [{"message": "\#(WebAddressText.json(said))"}]}"#)
        case .headers:
            return proper.adding([
                "X-Said: \(header)", "ETag: \"\(header.replacing("\"", with: ""))\"", "Set-Cookie: a=\(header)",
                "Link: <\(stranger)/\(query)>; rel=\"next\"",
            ])
        case .status401: return .answer(401, ["WWW-Authenticate: Bearer error=\"\(query)\""], body: html)
        case .status403: return .answer(403, ["X-Said: \(header)"], body: html)
        case .status404: return .answer(404, body: html)
        case .status429: return .answer(429, ["Retry-After: 0"], body: html)
        case .status500: return .answer(500, ["Retry-After: 0"], body: html)
        case .redirect301: return .redirect(301, to: "\(stranger)/a\(query)")
        case .redirect302: return .redirect(302, to: "\(stranger)/a")
        case .redirect303: return .redirect(303, to: "\(stranger)\(question.target)")
        case .redirect307: return .redirect(307, to: "\(stranger)\(question.target)")
        case .redirect308: return .redirect(308, to: "\(stranger)/a\(query)#\(WebAddressText.escaped(said))")
        case .redirectToPrivate: return .redirect(307, to: "http://10.0.0.1/\(query)")
        case .redirectToHTTPS: return .redirect(307, to: "https\(stranger.dropFirst(4))/\(query)")
        case .brokenChunks:
            let head = "HTTP/1.1 200 It\r\nTransfer-Encoding: chunked\r\nX-Said: \(header)\r\n\r\n"
            return WebReply(steps: [.bytes(Array("\(head)5\r\nabcde\r\nzz \(said)\r\n".utf8)), .close])
        case .slow:
            let head = Array("HTTP/1.1 200 It\r\nContent-Length: 9999\r\nX-Said: \(header)\r\n\r\n".utf8)
            return WebReply(steps: [.bytes(head + html), .pause(milliseconds: 20), .close])
        case .reset: return WebReply(steps: [.bytes(Array("HTTP/1.1 200 \(header)\r\n".utf8)), .reset])
        case .huge:
            return WebReply(steps: [
                .bytes(Array("HTTP/1.1 200 It\r\nContent-Length: 99999999\r\nX-Said: \(header)\r\n\r\n".utf8)),
                .forever(html + [UInt8](repeating: 0x20, count: 65_536), everyMilliseconds: 0),
            ])
        }
    }

    /// Everything in a question that only its server should see.
    private static func said(in question: WebQuestion) -> String {
        let fields = ["authorization", "cookie", "x-api-key"].compactMap { question.fields[$0] }
        return ([question.target] + fields + [String(decoding: question.body, as: UTF8.self)]).joined(separator: " ")
    }
}

/// Texts as JSON and web addresses have them.
enum WebAddressText {
    static func escaped(_ text: String) -> String {
        text.utf8.map { byte in
            let isPlain = byte >= 0x30 && byte <= 0x39 || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
            let digits = String(byte, radix: 16)
            return isPlain ? String(UnicodeScalar(byte)) : "%" + (digits.utf8.count == 1 ? "0" : "") + digits
        }.joined()
    }

    static func json(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
            .replacing("\r", with: "\\r")
    }
}

extension WebReply {
    /// Another body, with its length.
    func replacing(_ old: String, with new: String) -> WebReply {
        guard case .bytes(let bytes) = steps.first else { return self }
        let parts = String(decoding: bytes, as: UTF8.self).split(
            separator: "\r\n\r\n", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else { return self }
        let fields = parts[0].split(separator: "\r\n").dropFirst().map(String.init)
        return .answer(
            200, fields.filter { !$0.hasPrefix("Content-Length") },
            body: Array(String(parts[1]).replacing(old, with: new).utf8))
    }

    func adding(_ fields: [String]) -> WebReply {
        guard case .bytes(let bytes) = steps.first else { return self }
        let text = String(decoding: bytes, as: UTF8.self)
        guard let end = text.firstRange(of: "\r\n\r\n") else { return self }
        let lines = fields.map { "\r\n\($0)" }.joined()
        return WebReply(steps: [.bytes(Array((text[..<end.lowerBound] + lines + text[end.lowerBound...]).utf8))])
    }
}
