import Address
import Context
import Synchronization
import TestKit
import Testing
import Web

@Suite struct WebClientTests {
    @Test func asksAndAnswers() async throws {
        let server = try LoopbackServer { question in
            .answer(201, ["X-Seen: \(question.method)"], body: question.body + Array(question.target.utf8))
        }
        let asking = try Asking(server) { $0.userAgent = WebSettings.userAgent(contact: "https://weekly.example") }
        let answer = try await asking.get(server.address + "/a?b=c#d") { request in
            (request.method, request.body) = ("POST", Array("body ".utf8))
            request.headers = ["X-Mine": "yes", "Host": "other.example", "Content-Length": "1"]
        }
        #expect(answer.status == 201)
        #expect(answer.text == "body /a?b=c")
        #expect(answer.headers["x-seen"] == "POST")
        #expect(answer.url == server.address + "/a?b=c#d")
        #expect(answer.hops.isEmpty)
        let question = try #require(server.questions.first)
        #expect(question.fields["user-agent"] == "Sennight/0.1.0 (+https://weekly.example)")
        #expect(question.fields["accept"] == "*/*")
        #expect(question.fields["x-mine"] == "yes")
        #expect(question.fields["host"] == server.endpoint)
        #expect(question.fields["content-length"] == "5")
    }

    @Test(arguments: [200, 204, 304, 404, 410, 418, 500, 503])
    func takesAnyStatusForAnAnswer(status: Int) async throws {
        let server = try LoopbackServer { _ in .answer(status) }
        #expect(try await Asking(server).get(server.address).status == status)
        #expect(server.questions.count == 1)
    }

    @Test func keepsConnections() async throws {
        let server = try LoopbackServer { _ in .text("short") }
        let asking = try Asking(server)
        for _ in 0..<20 { _ = try await asking.get(server.address) }
        #expect(server.questions.count == 20)
        // On a machine that stalls for seconds a connection may have been given up in between.
        #expect(server.connections < 10)
    }

    @Test func asksAgainWhereAKeptConnectionHasGone() async throws {
        let server = try LoopbackServer { _ in
            var reply = WebReply.text("once")
            reply.steps.append(.close)
            return reply
        }
        let asking = try Asking(server)
        for _ in 0..<20 { #expect(try await asking.get(server.address).text == "once") }
        #expect(server.questions.count == 20)
    }

    @Test func keepsTheNameTowardsTheServer() async throws {
        let server = try LoopbackServer { _ in .text("hello") }
        let asking = try Asking(server, names: ["good.example": ["127.0.0.1"]])
        #expect(try await asking.get(server.url("good.example")).text == "hello")
        #expect(server.questions.first?.fields["host"] == "good.example:\(server.port)")
    }

    @Test func triesAnotherAddressOfTheHost() async throws {
        let server = try LoopbackServer { _ in .text("second") }
        // Nothing listens at the first.
        let asking = try Asking(server, names: ["two.example": ["127.0.0.2", "127.0.0.1"]]) { settings in
            settings.addressGuard =
                (try? AddressGuard(allowing: ["127.0.0.2:\(server.port)", server.endpoint]))
                ?? .publicOnly
        }
        #expect(try await asking.get(server.url("two.example")).text == "second")
    }

    @Test func givesUpASilentServer() async throws {
        let server = try LoopbackServer { _ in WebReply(steps: [.pause(milliseconds: 60_000)]) }
        #expect(try await Asking(server).failure(server.address) { $0.timeout = 1 } == .timedOut(seconds: 1))
    }

    @Test func givesUpAnEndlessDrip() async throws {
        let server = try LoopbackServer { _ in
            WebReply(steps: [
                .bytes(Array("HTTP/1.1 200 OK\r\n\r\n".utf8)),
                .forever([UInt8(ascii: ".")], everyMilliseconds: 50),
            ])
        }
        #expect(try await Asking(server).failure(server.address) { $0.timeout = 1 } == .timedOut(seconds: 1))
    }

    @Test func givesUpASilentNameServer() async throws {
        let asking = try Asking {
            $0.resolver = HostResolver { _ throws(HostResolver.NoAnswer) in
                // Ends when the client gives up.
                for await _ in AsyncStream<Void>.makeStream().stream {}
                throw HostResolver.NoAnswer()
            }
        }
        #expect(await asking.failure("http://slow.example/") { $0.timeout = 1 } == .timedOut(seconds: 1))
    }

    @Test func readsNoMoreThanAllowed() async throws {
        let server = try LoopbackServer { question in
            switch question.target {
            case "/exact": .answer(body: [UInt8](repeating: 1, count: 1000))
            case "/announced": .answer(body: [UInt8](repeating: 1, count: 1001))
            default:
                WebReply(steps: [
                    .bytes(Array("HTTP/1.1 200 OK\r\n\r\n".utf8)),
                    .forever([UInt8](repeating: 1, count: 100), everyMilliseconds: 1),
                ])
            }
        }
        let asking = try Asking(server)
        for (path, reason) in [
            ("/exact", nil), ("/announced", HTTPError.Reason.tooLarge(limit: 1000)),
            ("/endless", .tooLarge(limit: 1000)),
        ] {
            #expect(await asking.failure(server.address + path) { $0.maximumBytes = 1000 } == reason)
        }
    }

    @Test func unpacksAndCountsWhatIsUnpacked() async throws {
        let text = Array("compressed".utf8)
        let server = try LoopbackServer { question in
            switch question.target {
            case "/good": .answer(200, ["Content-Encoding: gzip"], body: Gzip.wrapping(text))
            case "/bomb": .answer(200, ["Content-Encoding: gzip"], body: Gzip.bomb(of: 64 << 20))
            case "/slightly-more":
                .answer(200, ["Content-Encoding: gzip"], body: Gzip.wrapping(Array(repeating: 1, count: 10_001)))
            default: .answer(200, ["Content-Encoding: gzip"], body: text)
            }
        }
        let asking = try Asking(server)
        #expect(try await asking.get(server.address + "/good").body == text)
        #expect(server.questions.first?.fields["accept-encoding"] == "deflate, gzip")
        #expect(await asking.failure(server.address + "/bomb") == .tooLarge(limit: 1 << 20))
        #expect(
            await asking.failure(server.address + "/slightly-more") { $0.maximumBytes = 10_000 }
                == .tooLarge(limit: 10_000))
        #expect(
            await asking.failure(server.address + "/broken")
                == .unreachable("the compressed response is damaged"))
    }

    @Test func saysWhyThereIsNoAnswer() async throws {
        let server = try LoopbackServer { question in
            switch question.target {
            case "/reset": WebReply(steps: [.reset])
            case "/half":
                WebReply(steps: [.bytes(Array("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nab".utf8)), .close])
            case "/close": WebReply(steps: [.close])
            case "/header-flood":
                WebReply(steps: [
                    .bytes(Array("HTTP/1.1 200 OK\r\n".utf8)),
                    .forever(Array("X-Flood: \(String(repeating: "a", count: 1000))\r\n".utf8), everyMilliseconds: 0),
                ])
            default: WebReply(steps: [.bytes(Array("220 mail.example ESMTP\r\n".utf8)), .close])
            }
        }
        let asking = try Asking(server, names: ["good.example": ["127.0.0.1"]])
        #expect(await asking.failure(server.address + "/reset") == .unreachable("connection reset by peer"))
        #expect(await asking.failure(server.address + "/half") == .unreachable("the server closed the connection"))
        #expect(await asking.failure(server.address + "/close") == .unreachable("the server closed the connection"))
        #expect(await asking.failure(server.address + "/mail") == .unreachable("the server doesn't speak HTTP"))
        #expect(
            await asking.failure(server.address + "/header-flood") == .unreachable("the server doesn't speak HTTP"))
        #expect(await asking.failure("http://nowhere.example/") == .unknownHost)
        #expect(await asking.failure("not an address") == .invalidAddress)
        #expect(await asking.failure("gopher://example.org/") == .refused("only http and https are requested"))
    }

    @Test func saysThatNobodyListens() async throws {
        var server: LoopbackServer? = try LoopbackServer { _ in .text("") }
        let endpoint = try #require(server?.endpoint)
        let asking = try Asking { $0.addressGuard = (try? AddressGuard(allowing: [endpoint])) ?? .publicOnly }
        server = nil
        #expect(await asking.failure("http://\(endpoint)/") == .unreachable("connection refused"))
    }

    @Test func saysWhetherARequestMayHaveArrived() async throws {
        var closed: LoopbackServer? = try LoopbackServer { _ in .text("") }
        let endpoint = try #require(closed?.endpoint)
        closed = nil
        let server = try LoopbackServer { question in
            switch question.target {
            case "/reset": WebReply(steps: [.reset])
            case "/close": WebReply(steps: [.close])
            default: .redirect(307, to: "http://nowhere.example/")
            }
        }
        let allowed = try AddressGuard(allowing: [server.endpoint, endpoint])
        let asking = try Asking { $0.addressGuard = allowed }
        for (url, expected) in [
            ("http://\(endpoint)/", false), ("http://nowhere.example/", false), ("https://\(server.endpoint)/", false),
            (server.address + "/reset", true), (server.address + "/close", true),
            (server.address + "/elsewhere", true),
        ] {
            let error = await #expect(throws: HTTPError.self) {
                try await asking.get(url) { $0.method = "POST" }
            }
            #expect(error?.mayHaveArrived == expected, "\(url): \(String(describing: error))")
        }
    }

    @Test func doesNotTakeAnIdempotencyKeyForASecret() async throws {
        let server = try LoopbackServer { question in
            .text("\(question.fields["idempotency-key"] ?? "") \(question.fields["api-key"] ?? "")")
        }
        let answer = try await Asking(server).get(server.address) { request in
            request.headers = ["Idempotency-Key": "issue-7-mastodon-0123", "Api-Key": "s3cret-0123456789"]
        }
        #expect(answer.text == "issue-7-mastodon-0123 [secret]")
    }

    @Test("Sends no field that breaks out of its line", arguments: [("A", "b\r\nC: d"), ("A\nB", "c"), ("", "a")])
    func sendsNoBrokenFields(name: String, value: String) async throws {
        let server = try LoopbackServer { _ in .text("") }
        let reason = try await Asking(server).failure(server.address) { request in
            request.headers = [name: value]
        }
        #expect(reason == .refused("the request's method or a header field isn't valid"))
        #expect(server.questions.isEmpty)
    }

    @Test func endsAtOnceWhenCancelled() async throws {
        let (questions, question) = AsyncStream<Void>.makeStream()
        let server = try LoopbackServer { _ in
            question.yield()
            return WebReply(steps: [.pause(milliseconds: 60_000)])
        }
        let asking = try Asking(server)
        let task = Task { await asking.failure(server.address) { $0.timeout = 60 } }
        for await _ in questions { break }
        task.cancel()
        #expect(await task.value == .unreachable("the request was cancelled"))
    }

    @Test func keepsFewHostsConnections() async throws {
        let server = try LoopbackServer { _ in .text("x") }
        let names = (0..<40).map { "h\($0).example" }
        let asking = try Asking(
            server, names: Dictionary(uniqueKeysWithValues: names.map { ($0, ["127.0.0.1"]) })
        ) { $0.keptHosts = 3 }
        for name in names + names { #expect(try await asking.get(server.url(name)).text == "x") }
        #expect(server.questions.count == 80)
        // Each was closed before it was asked a second time.
        #expect(server.connections == 80)
    }
}
