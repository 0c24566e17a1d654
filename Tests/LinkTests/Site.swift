import Address
import Check
import Context
import Foundation
import Live
import Markdown
import Newsletter
import Synchronization
import TestKit
import Web

/// A server with a page of every kind, and the asking of links to it.
struct Site {
    private let server: LoopbackServer

    init(gauge: Gauge = Gauge()) throws {
        server = try LoopbackServer { question in
            gauge.enter()
            defer { gauge.leave() }
            if question.target.hasPrefix("/busy") { gauge.waitUntilFull() }
            return Self.reply(to: question)
        }
    }

    var address: String { server.address }
    var endpoint: String { server.endpoint }

    /// Methods and paths, sorted.
    var asked: [String] { server.questions.map { "\($0.method) \($0.target)" }.sorted() }

    private static func reply(to question: WebQuestion) -> WebReply {
        let html = "Content-Type: text/html"
        let path = question.target.split(separator: "?")[0].split(separator: "/").first ?? ""
        switch path {
        case "page": return .text("<title>Some page</title>", [html])
        case "busy": return .text("<p>", [html])
        case "moved": return .redirect(301, to: "/page")
        case "found": return .redirect(302, to: "/page")
        case "loop": return .redirect(302, to: "/loop?again")
        case "to": return .redirect(302, to: "http://" + question.target.split(separator: "?")[1] + "/")
        case "private": return .redirect(302, to: "http://192.168.1.1/")
        case "gone": return .answer(410)
        case "forbidden": return .answer(403)
        case "fault": return .answer(500)
        case "pause": return .answer(429, ["Retry-After: 60"])
        case "headless": return question.method == "HEAD" ? .answer(405) : .text("here", [html])
        case "reset": return WebReply(steps: [.reset])
        case "closes": return WebReply(steps: [.close])
        case "noise": return WebReply(steps: [.bytes(Array("SSH-2.0-OpenSSH\r\n\r\n".utf8)), .close])
        case "bomb": return .answer(200, [html, "Content-Encoding: gzip"], body: Gzip.bomb(of: 64 << 20))
        case "huge":
            return WebReply(steps: [
                .bytes(head("text/html")), .forever(Array(repeating: 0x20, count: 65_536), everyMilliseconds: 0),
            ])
        case "film":
            return WebReply(steps: [
                .bytes(head("video/mp4")), .forever(Array(repeating: 0x20, count: 65_536), everyMilliseconds: 0),
            ])
        case "slow": return WebReply(steps: [.bytes(head("text/html")), .forever([0x20], everyMilliseconds: 100)])
        default: return .answer(404)
        }
    }

    private static func head(_ type: String) -> [UInt8] {
        Array("HTTP/1.1 200 OK\r\nContent-Type: \(type)\r\n\r\n".utf8)
    }

    static var publication: Publication {
        var publication = Publication(title: "Weekly", address: "https://example.org/")
        publication.sections = [SectionRule(kind: .links, headings: ["Links"])]
        return publication
    }

    func issue(_ names: [String]) -> String {
        "# Links\n" + names.map { "* [Some page](\(address)/\($0))\n" }.joined()
    }

    /// The checks that found something, by the page's name.
    func findings(_ names: String..., timeout: Int = 600) async throws -> [String: [String]] {
        try await findings(names: names, timeout: timeout)
    }

    func findings(names: [String], perHost: Int = 2, timeout: Int = 600) async throws -> [String: [String]] {
        let report = try await run(text: issue(names), perHost: perHost, timeout: timeout)
        return Dictionary(grouping: report.findings) { names[$0.range.start.line - 6] }.mapValues { $0.map(\.id) }
    }

    /// The checks that found something in a text.
    func report(_ text: String) async throws -> [String] { try await run(text: text).findings.map(\.id) }

    func run(_ names: String..., memory: LinkCache) async throws -> LinkChecker.Report {
        try await run(text: issue(names), memory: memory)
    }

    func run(
        text: String, publication: Publication = Self.publication, settings: WebSettings? = nil,
        memory: LinkCache = LinkCache(now: 0, hours: 1), perHost: Int = 2, timeout: Int = 600,
        progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
    ) async throws -> LinkChecker.Report {
        var settings = try settings ?? WebSettings(addressGuard: AddressGuard(allowing: [endpoint]), clock: .live)
        settings.requestsPerHost = 64
        let live = HTTP.live(settings)
        let http = HTTP { request throws(HTTPError) in
            var request = request
            request.timeout = timeout
            return try await live.send(request)
        }
        let bytes = Array(("Title: Weekly 1\nNumber: 1\nDate: 2026-03-04\n\n" + text).utf8)
        let reader = IssueReader(rules: SectionRules(publication.sections))
        let document = try Document(bytes, file: "issue.md", reader: reader)
        let context = CheckContext(publication: publication)
        var links = LinkCollection(context)
        links.add(DocumentLinks(document))
        let checker = LinkChecker(context, http: http)
        return await checker.report(on: links, memory: memory, perHost: perHost, progress: progress)
    }
}

/// How many are in at once.
final class Gauge: Sendable {
    private let state = Mutex((now: 0, most: 0))
    private let capacity: Int
    private let isFull = DispatchSemaphore(value: 0)

    init(capacity: Int = 0) {
        self.capacity = capacity
    }

    func enter() { state.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1)) } }

    /// Waits until so many have been in at once as it has room for; not forever, as they may never be.
    func waitUntilFull() {
        if most >= capacity || isFull.wait(timeout: .now() + 120) == .success { isFull.signal() }
    }

    func leave() { state.withLock { $0.now -= 1 } }
    var most: Int { state.withLock(\.most) }
}
