import Context
import Live
import Synchronization
import TestKit
import Testing
import Web

@Suite struct HTTPCacheTests {
    private let scratch: ScratchFolder

    init() throws { scratch = try ScratchFolder() }

    private func asking(_ server: LoopbackServer, maximumBody: Int = 1 << 20, maximumTotal: Int = 1 << 20) throws
        -> Asking
    {
        let cache = HTTPCache(
            folder: scratch.path("cache"), files: .live, maximumBody: maximumBody, maximumTotal: maximumTotal)
        return try Asking(server) { $0.cache = cache }
    }

    /// A server that knows whether its answer still holds.
    private func server(_ fields: [String]) throws -> LoopbackServer {
        try LoopbackServer { question in
            let isKnown = question.fields["if-none-match"] == "\"1\"" || question.fields["if-modified-since"] != nil
            return isKnown ? .answer(304, ["X-New: yes"]) : .text("body of \(question.target)", fields)
        }
    }

    @Test(
        "Asks whether the stored answer still holds",
        arguments: [
            ["ETag: \"1\""], ["Last-Modified: Sun, 06 Nov 1994 08:49:37 GMT"], ["etag: \"1\"", "Vary: Accept"],
        ])
    func validates(fields: [String]) async throws {
        let server = try server(fields + ["Content-Type: text/x-test"])
        for round in 0..<3 {
            // A client of its own each time, as in another run of the program.
            let answer = try await asking(server).get(server.address + "/a") { $0.usesCache = true }
            #expect(answer.status == 200)
            #expect(answer.text == "body of /a")
            #expect(answer.headers["content-type"] == "text/x-test")
            #expect(answer.isUnchanged == (round > 0))
            #expect((answer.headers["x-new"] == "yes") == (round > 0))
        }
        #expect(server.questions.count == 3)
    }

    @Test func keepsNothingOfABodyThatIsLeftUnread() async throws {
        let film = [UInt8](repeating: 0x20, count: 100_000)
        let server = try LoopbackServer { _ in
            .answer(200, ["ETag: \"1\"", "Content-Type: video/mp4"], body: film)
        }
        let asking = try asking(server)
        let unread = try await asking.get(server.address + "/a") {
            ($0.usesCache, $0.mediaTypes) = (true, ["text/html"])
        }
        #expect(unread.status == 200 && unread.body.isEmpty)
        let read = try await asking.get(server.address + "/a") { $0.usesCache = true }
        #expect(read.body.count == film.count && !read.isUnchanged)
    }

    @Test func keepsWhatARedirectLeadsTo() async throws {
        let server = try LoopbackServer { question in
            if question.target == "/a" { return .redirect(to: "/b") }
            return question.fields["if-none-match"] == "\"1\"" ? .answer(304) : .text("b", ["ETag: \"1\""])
        }
        let asking = try asking(server)
        for isUnchanged in [false, true] {
            let answer = try await asking.get(server.address + "/a") { $0.usesCache = true }
            #expect(answer.text == "b")
            #expect(answer.isUnchanged == isUnchanged)
            #expect(answer.url == server.address + "/b")
            #expect(answer.hops.count == 1)
        }
        #expect(server.questions.filter { $0.target == "/a" }.allSatisfy { $0.fields["if-none-match"] == nil })
    }

    @Test func storesNothingUnasked() async throws {
        let server = try server(["ETag: \"1\""])
        _ = try await asking(server).get(server.address)
        #expect(try scratch.files(below: "cache").isEmpty)
    }

    @Test(
        "Stores nothing that it may not, or cannot ask about",
        arguments: [
            ("GET", "/", 200, [String]()), ("GET", "/", 200, ["ETag: \"1\"", "Cache-Control: private, No-Store"]),
            ("GET", "/", 200, ["ETag: \"1\"", "Vary: *"]), ("GET", "/", 404, ["ETag: \"1\""]),
            ("POST", "/", 200, ["ETag: \"1\""]), ("HEAD", "/", 200, ["ETag: \"1\""]),
            ("GET", "/?access_token=abc", 200, ["ETag: \"1\""]),
        ])
    func storesNothingElse(method: String, target: String, status: Int, fields: [String]) async throws {
        let server = try LoopbackServer { _ in .answer(status, fields) }
        _ = try await asking(server).get(server.address + target) { ($0.method, $0.usesCache) = (method, true) }
        #expect(try scratch.files(below: "cache").isEmpty)
    }

    @Test func storesNoSecrets() async throws {
        let server = try server(["ETag: \"1\"", "Set-Cookie: session=geheim", "X-Token: geheim"])
        let asking = try asking(server)
        for _ in 0..<2 {
            _ = try await asking.get(server.address) { request in
                request.usesCache = true
                request.headers = ["Authorization": "Bearer geheim", "Cookie": "geheim"]
            }
        }
        let names = try scratch.files(below: "cache")
        #expect(names.count == 1)
        for name in names {
            #expect(try !scratch.text("cache/" + name).contains("geheim"))
            #expect(!name.contains("geheim"))
        }
        // The validators went out with the key, so the server decides for each who asks.
        #expect(server.questions.last?.fields["if-none-match"] == "\"1\"")
    }

    @Test("Masks what a server sends back, in the answer and in the cache", arguments: ["body", "header", "both"])
    func masksWhatIsSentBack(kind: String) async throws {
        let secret = "abc-0123456789"
        let server = try LoopbackServer { question in
            if question.fields["if-none-match"] != nil { return .answer(304, ["ETag: \"1\""]) }
            let sent = question.fields["authorization"] ?? ""
            return .text(
                kind == "header" ? "-" : "you sent \(sent)",
                ["ETag: \"1\"", "Link: <https://a.example/\(kind == "body" ? "" : sent)>"])
        }
        let asking = try asking(server)
        for isUnchanged in [false, true] {
            let answer = try await asking.get(server.address) { request in
                request.usesCache = true
                request.headers = ["Authorization": "Bearer \(secret)"]
            }
            #expect(answer.isUnchanged == isUnchanged)
            #expect(!"\(answer.text) \(answer.headers)".contains(secret))
            #expect("\(answer.text) \(answer.headers)".contains("Bearer [secret]"))
        }
        let names = try scratch.files(below: "cache")
        #expect(names.count == 1)
        for name in names { #expect(try !scratch.text("cache/" + name).contains(secret)) }
    }

    @Test(
        "Keeps nothing of a secret address",
        arguments: ["/hooks/a1b2c3d4e5f6", "/private-0123456789abcdef/c.ics", "/known-secret"])
    func keepsNothingOfASecretAddress(target: String) async throws {
        let server = try server(["ETag: \"1\""])
        let cache = HTTPCache(folder: scratch.path("cache"), files: .live)
        let asking = try Asking(server) { settings in
            settings.cache = cache
            settings.redactor.add("known-secret")
        }
        _ = try await asking.get(server.address + target) { $0.usesCache = true }
        #expect(try scratch.files(below: "cache").isEmpty)
    }

    @Test func returnsATokenAsItIsAndKeepsItNowhere() async throws {
        let server = try LoopbackServer { _ in .text("token-0123456789", ["ETag: \"1\""]) }
        let asking = try asking(server)
        for _ in 0..<2 {
            let answer = try await asking.get(server.address) { request in
                request.usesCache = true
                request.returnsSecret = true
                request.headers = ["Authorization": "Bearer token-0123456789"]
            }
            #expect(answer.text == "token-0123456789")
        }
        #expect(try scratch.files(below: "cache").isEmpty)
    }

    @Test func keepsFormsApart() async throws {
        let server = try LoopbackServer { question in
            question.fields["if-none-match"] != nil
                ? .answer(304) : .text(question.fields["accept"] ?? "", ["ETag: \"1\"", "Vary: Accept"])
        }
        let asking = try asking(server)
        for accept in ["text/html", "application/json", "text/html", "application/json"] {
            let answer = try await asking.get(server.address) { request in
                (request.usesCache, request.headers) = (true, ["Accept": accept])
            }
            #expect(answer.text == accept)
        }
        #expect(server.questions.filter { $0.fields["if-none-match"] != nil }.count == 2)
    }

    @Test func leavesValidatorsToWhoBringsThem() async throws {
        let server = try server(["ETag: \"1\""])
        let asking = try asking(server)
        _ = try await asking.get(server.address) { $0.usesCache = true }
        let answer = try await asking.get(server.address) { request in
            (request.usesCache, request.headers) = (true, ["If-None-Match": "\"1\""])
        }
        #expect(answer.status == 304)
        #expect(!answer.isUnchanged)
    }

    @Test("Asks anew where the stored answer is damaged", arguments: ["empty", "cut", "changed", "foreign", "garbage"])
    func ignoresDamage(kind: String) async throws {
        let server = try server(["ETag: \"1\""])
        let asking = try asking(server)
        _ = try await asking.get(server.address + "/a") { $0.usesCache = true }
        _ = try await asking.get(server.address + "/b") { $0.usesCache = true }
        let names = try scratch.files(below: "cache")
        try #require(names.count == 2)
        for (name, other) in zip(names, names.reversed()) {
            let text = try scratch.text("cache/" + name)
            switch kind {
            case "empty": try scratch.write("cache/" + name, "")
            case "cut": try scratch.write("cache/" + name, String(text.dropLast()))
            case "changed": try scratch.write("cache/" + name, text.replacing("body", with: "evil"))
            case "foreign": try scratch.copy(scratch.path("cache/" + other), to: "new/" + name)
            default: try scratch.write("cache/" + name, [UInt8](repeating: 0xFF, count: 99))
            }
        }
        if kind == "foreign" {
            for name in names { try scratch.write("cache/" + name, try scratch.text("new/" + name)) }
        }
        let answer = try await asking.get(server.address + "/a") { $0.usesCache = true }
        #expect(answer.text == "body of /a")
        #expect(!answer.isUnchanged)
    }

    @Test func keepsBodiesByteForByte() async throws {
        let body = Array(0...255) + Array("\n\n\r\n".utf8) + [0]
        let server = try LoopbackServer { question in
            question.fields["if-none-match"] != nil ? .answer(304) : .answer(200, ["ETag: W/\"a:b\""], body: body)
        }
        let asking = try asking(server)
        for _ in 0..<2 { #expect(try await asking.get(server.address) { $0.usesCache = true }.body == body) }
        #expect(server.questions.last?.fields["if-none-match"] == "W/\"a:b\"")
    }

    @Test func staysSmall() async throws {
        let server = try LoopbackServer { question in
            .answer(200, ["ETag: \"1\""], body: [UInt8](repeating: 0, count: question.target == "/big" ? 2001 : 1000))
        }
        let asking = try asking(server, maximumBody: 2000, maximumTotal: 10_000)
        _ = try await asking.get(server.address + "/big") { $0.usesCache = true }
        #expect(try scratch.files(below: "cache").isEmpty)
        for index in 0..<50 { _ = try await asking.get("\(server.address)/\(index)") { $0.usesCache = true } }
        let listed = try Files.live.list(scratch.path("cache"))
        #expect(1...10 ~= listed.count)
        #expect(listed.reduce(0) { $0 + $1.status.size } <= 10_000)
    }

    @Test func goesOnWithoutAFolder() async throws {
        try scratch.write("cache", "a file in the way")
        let server = try server(["ETag: \"1\""])
        #expect(try await asking(server).get(server.address) { $0.usesCache = true }.text == "body of /")
    }
}
