internal import Address
internal import AsyncHTTPClient
internal import Context
internal import NIOCore
internal import NIOHTTPCompression
internal import NIOSSL
internal import Synchronization

/// Connections to hosts, kept for further requests.
///
/// Each host has its own client, which connects only to the one address that was validated, whatever a name server
/// returns later. All clients share the event loops. If there are too many hosts, the connections that have been unused
/// longest are closed.
final class ConnectionPool: Sendable {
    struct Key: Hashable {
        var host: WebHost
        var address: IPAddress
        var isSecure: Bool
        /// The maximum size of a decompressed body, in bytes.
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
    /// The TLS configuration, which takes megabytes of memory and is created when it is first needed.
    private let security = Mutex<TLSConfiguration?>(nil)

    init(_ settings: WebSettings) {
        self.settings = settings
    }

    deinit {
        for entry in kept.withLock({ $0.values }) { Self.close(entry.client) }
    }

    /// A client that must be returned, and whether it has received a response before.
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

    /// The number of hosts whose connections are kept; for tests.
    var count: Int { kept.withLock(\.count) }

    private static func close(_ client: HTTPClient) {
        // The client is no longer used, and there is nothing to do if closing it fails.
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
        // A closed client's memory is only released when the timers of its connections have expired.
        configuration.connectionPool.idleTimeout = .seconds(3)
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = max(settings.requestsPerHost, 1)
        configuration.connectionPool.retryConnectionEstablishment = false
        if case .name(let name) = key.host { configuration.dnsOverride = [name: "\(key.address)"] }
        // A client uses a single event loop: with two, a server that responds and closes before a request's body has
        // been reported as sent crashes the program (async-http-client 1.37.0 releases the connection twice).
        let loop = HTTPClient.defaultEventLoopGroup.next()
        return HTTPClient(eventLoopGroupProvider: .shared(loop), configuration: configuration)
    }
}
