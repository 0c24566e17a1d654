internal import Address
internal import AsyncHTTPClient
internal import Context
internal import NIOCore
internal import NIOHTTPCompression
internal import NIOSSL
internal import Synchronization

/// Connections to hosts, kept for the next request.
///
/// Each host has a client of its own, which connects to the one address that was judged and to no other, whatever a
/// name server says later. All share the event loops. Beyond a number of hosts those unused for longest are closed.
final class ConnectionPool: Sendable {
    struct Key: Hashable {
        var host: WebHost
        var address: IPAddress
        var isSecure: Bool
        /// The most that a compressed body may grow to, in bytes.
        var decompressedLimit: Int
    }

    private struct Kept: Sendable {
        var client: HTTPClient
        var users = 0
        var lastUse = 0
        var hasAnswered = false
    }

    private let kept = Mutex<[Key: Kept]>([:])
    private let uses = Atomic(0)
    private let settings: WebSettings
    /// Read where it is first needed: it takes megabytes.
    private let security = Mutex<TLSConfiguration?>(nil)

    init(_ settings: WebSettings) {
        self.settings = settings
    }

    deinit {
        for entry in kept.withLock({ $0.values }) { Self.close(entry.client) }
    }

    /// A client that is to be given back, and whether it has answered before.
    func borrow(_ key: Key) -> (client: HTTPClient, isProven: Bool) {
        let use = uses.wrappingAdd(1, ordering: .relaxed).newValue
        return kept.withLock { kept in
            var entry = kept[key] ?? Kept(client: makeClient(key))
            entry.users += 1
            entry.lastUse = use
            kept[key] = entry
            return (entry.client, entry.hasAnswered)
        }
    }

    func giveBack(_ key: Key, hasAnswered: Bool) {
        let surplus: [HTTPClient] = kept.withLock { kept in
            kept[key]?.users -= 1
            if hasAnswered { kept[key]?.hasAnswered = true }
            var surplus: [HTTPClient] = []
            while kept.count > settings.keptHosts,
                let oldest = kept.filter({ $0.value.users == 0 }).min(by: { $0.value.lastUse < $1.value.lastUse })
            {
                surplus.append(oldest.value.client)
                kept[oldest.key] = nil
            }
            return surplus
        }
        for client in surplus { Self.close(client) }
    }

    /// How many hosts' connections are kept, for tests.
    var count: Int { kept.withLock(\.count) }

    private static func close(_ client: HTTPClient) {
        // Nobody uses it any more, and nothing is left to be done where that fails.
        Task { try? await client.shutdown() }
    }

    private var securing: TLSConfiguration {
        security.withLock { security in
            let configuration = security ?? TrustedRoots.configuration(adding: settings.trustedCertificates)
            security = configuration
            return configuration
        }
    }

    private func makeClient(_ key: Key) -> HTTPClient {
        var configuration = HTTPClient.Configuration(
            tlsConfiguration: key.isSecure ? securing : nil, redirectConfiguration: .disallow,
            timeout: .init(connect: .seconds(Int64(settings.connectTimeout))),
            decompression: .enabled(limit: .size(key.decompressedLimit)))
        configuration.proxy = nil
        configuration.httpVersion = .http1Only
        // A closed client's memory stays until the timers of its connections have run out.
        configuration.connectionPool.idleTimeout = .seconds(3)
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = max(settings.requestsPerHost, 1)
        configuration.connectionPool.retryConnectionEstablishment = false
        if case .name(let name) = key.host { configuration.dnsOverride = [name: "\(key.address)"] }
        // One event loop for all of a client: across two of them, a server that answers and closes before a request's
        // body has been reported as sent ends the program (async-http-client 1.37.0 releases the connection twice).
        let loop = HTTPClient.defaultEventLoopGroup.next()
        return HTTPClient(eventLoopGroupProvider: .shared(loop), configuration: configuration)
    }
}
