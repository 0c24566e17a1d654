import Context
import TestKit
import Testing
import Web

@Suite struct RedirectTests {
    @Test func followsAndTellsTheWay() async throws {
        let server = try LoopbackServer { question in
            switch question.target {
            case "/a": .redirect(301, to: "b?c=1#part")
            case "/b?c=1": .redirect(307, to: "/d")
            default: .text(question.target)
            }
        }
        let answer = try await Asking(server).get(server.address + "/a")
        #expect(answer.text == "/d")
        #expect(answer.url == server.address + "/d#part")
        #expect(
            answer.hops == [
                .init(status: 301, url: server.address + "/b?c=1#part"),
                .init(status: 307, url: server.address + "/d#part"),
            ])
    }

    @Test func endsLoopsAndLongWays() async throws {
        let server = try LoopbackServer { question in
            switch question.target {
            case "/self": .redirect(to: "/self")
            case "/ping": .redirect(to: "/pong")
            case "/pong": .redirect(to: "/ping")
            default: .redirect(to: question.target + "x")
            }
        }
        let asking = try Asking(server)
        #expect(await asking.failure(server.address + "/self") == .tooManyRedirects)
        #expect(server.questions.count == 1)
        #expect(await asking.failure(server.address + "/ping") == .tooManyRedirects)
        #expect(server.questions.count == 3)
        #expect(await asking.failure(server.address + "/long") { $0.redirects = 7 } == .tooManyRedirects)
        #expect(server.questions.count == 11)
    }

    @Test func showsARedirectThatIsNotToBeFollowed() async throws {
        let server = try LoopbackServer { _ in .redirect(302, to: "/next") }
        let answer = try await Asking(server).get(server.address) { $0.redirects = 0 }
        #expect(answer.status == 302)
        #expect(answer.headers["Location"] == "/next")
    }

    @Test(
        "Keeps method and body, or asks with GET, as the status says",
        arguments: [
            (301, "POST", "GET"), (302, "POST", "GET"), (303, "POST", "GET"), (307, "POST", "POST"),
            (308, "POST", "POST"), (301, "PUT", "PUT"), (303, "PUT", "GET"), (303, "HEAD", "HEAD"),
            (302, "HEAD", "HEAD"),
        ])
    func keepsTheMethod(status: Int, method: String, then: String) async throws {
        let server = try LoopbackServer { $0.target == "/" ? .redirect(status, to: "/next") : .text("") }
        _ = try await Asking(server).get(server.address) { request in
            request.method = method
            request.headers = ["Content-Type": "text/plain"]
            if method != "HEAD" { request.body = [65] }
        }
        let last = try #require(server.questions.last)
        #expect(last.method == then)
        #expect(last.body == (then == "POST" || then == "PUT" ? [65] : []))
        #expect((last.fields["content-type"] == nil) == (then == "GET"))
    }

    @Test func tellsNoSecretsToAnotherServer() async throws {
        let stranger = try LoopbackServer { _ in .text("") }
        let server = try LoopbackServer { question in
            .redirect(to: question.target == "/" ? "/own" : stranger.address + "/foreign")
        }
        _ = try await Asking(server, stranger).get(server.address) { request in
            request.headers = [
                "Authorization": "Bearer abc", "Cookie": "a=b", "X-Api-Key": "def", "Accept": "text/html",
            ]
        }
        let own = try #require(server.questions.last)
        #expect(own.target == "/own")
        #expect(own.fields["authorization"] == "Bearer abc")
        let foreign = try #require(stranger.questions.first)
        #expect(foreign.fields["accept"] == "text/html")
        #expect(foreign.fields["user-agent"] == "Sennight/0.1.0")
        #expect(foreign.fields.keys.filter { ["authorization", "cookie", "x-api-key"].contains($0) } == [])
    }

    @Test("Answers a redirect to nowhere as it is", arguments: ["Location:", "X-Location: /a"])
    func answersARedirectToNowhere(line: String) async throws {
        let server = try LoopbackServer { _ in .answer(302, [line]) }
        #expect(try await Asking(server).get(server.address).status == 302)
    }

    @Test func saysWhichAddressWasBad() async throws {
        let server = try LoopbackServer { _ in .redirect(to: "http://:@/?token=abc") }
        let error = await #expect(throws: HTTPError.self) { try await Asking(server).get(server.address) }
        #expect(error?.reason == .refused("the address contains a user name or a password"))
        #expect(error?.url == "http:///?token=…")
    }
}
