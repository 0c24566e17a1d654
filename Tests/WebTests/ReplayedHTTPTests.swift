import Address
import Context
import Synchronization
import Testing
import Web

@Suite struct ReplayedHTTPTests {
    @Test(arguments: [
        ("https://a.example/x?y=1", "/https/a.example/x?y=1"), ("http://a.example:8080", "/http/a.example:8080/"),
        ("https://[2001:db8::1]/", "/https/[2001:db8::1]/"),
        ("https://a.example/?u=https://b.example/", "/https/a.example/?u=https://b.example/"),
    ])
    func writesAddressesAsTargetsAndBack(url: String, target: String) throws {
        let address = try WebAddress(url)
        #expect(ReplayAddress.target(of: address) == target)
        #expect(ReplayAddress.address(of: target) == address)
    }

    @Test(arguments: ["", "/", "/https", "/ftp/a.example/", "https/a.example/", "/https//x"])
    func readsNoAddressInOtherTargets(target: String) {
        #expect(ReplayAddress.address(of: target) == nil)
    }

    private func asking(_ url: String, _ answer: @escaping @Sendable (HTTPRequest) -> Result<HTTPResponse, HTTPError>)
        async -> (asked: [String], result: Result<HTTPResponse, HTTPError>)
    {
        let asked = Mutex<[String]>([])
        let live = HTTP { request throws(HTTPError) in
            asked.withLock { $0.append(request.url) }
            return try answer(request).get()
        }
        let result: Result<HTTPResponse, HTTPError>
        do throws(HTTPError) {
            result = .success(try await live.replayed(by: "http://127.0.0.1:8766").send(HTTPRequest(url)))
        } catch {
            result = .failure(error)
        }
        return (asked.withLock { $0 }, result)
    }

    @Test func asksTheServerAndNamesWhatWasMeant() async throws {
        let (asked, result) = await asking("https://a.example/feed#top") { request in
            .success(HTTPResponse(status: 200, url: request.url))
        }
        #expect(asked == ["http://127.0.0.1:8766/https/a.example/feed"])
        #expect(try result.get().url == "https://a.example/feed#top")
    }

    @Test func namesTheHopsThatWereMeant() async throws {
        let there = "http://127.0.0.1:8766/https/b.example/feed"
        let (_, result) = await asking("https://a.example/") { _ in
            .success(HTTPResponse(status: 200, url: there, hops: [.init(status: 301, url: there)]))
        }
        #expect(try result.get().url == "https://b.example/feed")
        #expect(try result.get().hops == [.init(status: 301, url: "https://b.example/feed")])
    }

    @Test func saysThatTheReplayServerDoesNotAnswer() async {
        let (_, result) = await asking("https://a.example/") { request in
            .failure(HTTPError(url: request.url, reason: .unreachable("the server doesn't accept connections")))
        }
        let message =
            "https://a.example/: no connection (the replay server at http://127.0.0.1:8766 doesn't answer)"
        #expect(throws: HTTPError.self) { try result.get() }
        if case .failure(let error) = result { #expect(error.description == message) }
    }

    @Test func namesTheAddressInErrors() async {
        let (_, result) = await asking("https://a.example/") { request in
            .failure(HTTPError(url: request.url, reason: .timedOut(seconds: 10)))
        }
        #expect(throws: HTTPError(url: "https://a.example/", reason: .timedOut(seconds: 10))) { try result.get() }
    }
}
