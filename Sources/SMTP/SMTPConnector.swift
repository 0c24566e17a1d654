internal import NIOCore
internal import NIOPosix
internal import NIOSSL
internal import Newsletter
internal import Send
internal import Synchronization
internal import Web

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// Opens connections to a mail server.
///
/// The server is the one that the settings name, often on this machine or in a private network, so its address isn't
/// restricted. No other server is ever looked up.
final class SMTPConnector: Sendable {
    private let server: SMTPServer
    /// Connects to this address instead of looking up the host; for tests.
    private let address: String?
    /// Trusted besides the system's roots, in PEM; for tests.
    private let certificates: [UInt8]
    private let loop: any EventLoop
    /// Takes megabytes, and is made when it is needed.
    private let security = Mutex<NIOSSLContext?>(nil)

    private static let connectTimeout = TimeAmount.seconds(30)

    init(_ server: SMTPServer, address: String? = nil, certificates: [UInt8] = []) {
        self.server = server
        self.address = address
        self.certificates = certificates
        loop = MultiThreadedEventLoopGroup.singleton.next()
    }

    /// Such as `smtp.example.org:587`.
    var destination: String {
        (server.host.contains(":") ? "[\(server.host)]" : server.host) + ":\(server.port)"
    }

    func open() async throws(DeliveryFault) -> SMTPConnection {
        let tls = server.security == .none ? nil : try context()
        let connection: SMTPConnection
        do {
            connection = try await ClientBootstrap(group: loop)
                .connectTimeout(Self.connectTimeout)
                .channelOption(.tcpOption(.tcp_nodelay), value: 1)
                .channelOption(.socketOption(.so_keepalive), value: 1)
                .connect(host: address ?? server.host, port: server.port) { [server] channel in
                    channel.eventLoop.makeCompletedFuture {
                        let security = tls.map { SMTPHandler.Security(context: $0, host: server.host) }
                        let handler = SMTPHandler(server, security, opened: channel.eventLoop.makePromise())
                        if server.security == .tls, let security {
                            try channel.pipeline.syncOperations.addHandler(try security.handler())
                        }
                        try channel.pipeline.syncOperations.addHandler(handler)
                        return SMTPConnection(
                            channel: channel, handler: NIOLoopBound(handler, eventLoop: channel.eventLoop),
                            opened: handler.opened.futureResult)
                    }
                }
        } catch {
            throw DeliveryFault(.temporary, "can't connect: \(Self.reason(error))")
        }
        try await connection.waitUntilOpen()
        return connection
    }

    private func context() throws(DeliveryFault) -> NIOSSLContext {
        do {
            return try security.withLock { security in
                let context =
                    try security ?? NIOSSLContext(configuration: TrustedRoots.configuration(adding: certificates))
                security = context
                return context
            }
        } catch {
            throw DeliveryFault(.permanent, "TLS can't be used: \(error)")
        }
    }

    private static func reason(_ error: any Error) -> String {
        guard let error = error as? NIOConnectionError else {
            return (error as? IOError).map { String(cString: strerror($0.errnoCode)) } ?? "\(error)"
        }
        guard let failure = error.connectionErrors.first?.error else {
            return "the host's name can't be looked up"
        }
        if failure is ChannelError {
            return "there was no response within \(connectTimeout.nanoseconds / 1_000_000_000) seconds"
        }
        return reason(failure)
    }
}
