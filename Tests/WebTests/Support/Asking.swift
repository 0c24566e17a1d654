import Address
import Context
import Synchronization
import TestKit
import Web

/// A client for a test: it may ask the test's own servers, and knows the names that the test gives it.
struct Asking {
    let http: HTTP
    let time: TestTime

    /// - Parameter change: For what a test needs otherwise.
    init(
        _ servers: LoopbackServer..., names: [String: [String]] = [:], change: (inout WebSettings) -> Void = { _ in }
    ) throws {
        time = TestTime()
        var settings = WebSettings(addressGuard: try AddressGuard(allowing: servers.map(\.endpoint)), clock: time.clock)
        settings.random = { 0.5 }
        settings.connectTimeout = 600  // Other tests may keep the machine busy for minutes.
        settings.resolver = HostResolver { name throws(HostResolver.NoAnswer) in
            (names[name] ?? []).compactMap { IPAddress($0) }
        }
        change(&settings)
        http = .live(settings)
    }

    func get(_ url: String, _ change: (inout HTTPRequest) -> Void = { _ in }) async throws(HTTPError) -> HTTPResponse {
        var request = HTTPRequest(url)
        request.timeout = 600
        change(&request)
        return try await http.send(request)
    }

    /// Why there is no answer; nil where there is one.
    func failure(_ url: String, _ change: (inout HTTPRequest) -> Void = { _ in }) async -> HTTPError.Reason? {
        do throws(HTTPError) {
            _ = try await get(url, change)
            return nil
        } catch {
            return error.reason
        }
    }
}

/// Time that passes only where somebody sleeps.
final class TestTime: Sendable {
    private let state = Mutex((now: 1_800_000_000, slept: [Double]()))

    var clock: Clock {
        Clock(
            now: { [self] in state.withLock(\.now) * 1_000_000_000 },
            sleep: { [self] length in
                let (whole, attoseconds) = length.components
                let seconds = Double(whole) + Double(attoseconds) / 1e18
                state.withLock { state in
                    state.now += Int(seconds.rounded(.up))
                    state.slept.append(seconds)
                }
            })
    }

    /// The pauses, in seconds.
    var slept: [Double] { state.withLock(\.slept) }

    var now: Int { state.withLock(\.now) }
}

extension HTTPResponse {
    var text: String { String(decoding: body, as: UTF8.self) }
}

extension LoopbackServer {
    /// `http://NAME:PORT/path`
    func url(_ name: String, _ path: String = "/") -> String { "http://\(name):\(port)\(path)" }
}
