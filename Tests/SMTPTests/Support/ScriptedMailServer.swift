import NIOCore
import NIOPosix
import NIOSSL
import Synchronization
import TestKit

/// A mail server for `good.example` on a free port of this machine, which responds as a test needs it to.
final class ScriptedMailServer: Sendable {
    enum Security: Sendable {
        case none, starttls, tls
    }

    /// What the server does instead of what it usually does.
    enum Response: Sendable {
        case say(String)
        /// Closes the connection without a reply.
        case drop
    }

    let port: Int
    private let channel: any Channel
    private let log = MailLog()

    /// - Parameter respond: to the greeting (an empty line), a command, or the end of a message (`.`); nil for what
    ///   servers usually do.
    init(
        _ security: Security = .none, offering extensions: [String] = ["PIPELINING", "8BITMIME", "SIZE"],
        respond: @escaping @Sendable (_ line: String) -> Response? = { _ in nil }
    ) async throws {
        let configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: try NIOSSLCertificate.fromPEMBytes(TestCertificates.server).map { .certificate($0) },
            privateKey: .privateKey(try NIOSSLPrivateKey(bytes: TestCertificates.key, format: .pem)))
        let context = try NIOSSLContext(configuration: configuration)
        let offered = extensions + (security == .starttls ? ["STARTTLS"] : [])
        channel = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .childChannelInitializer { [log] channel in
                channel.eventLoop.makeCompletedFuture {
                    let pipeline = channel.pipeline.syncOperations
                    if security == .tls { try pipeline.addHandler(NIOSSLServerHandler(context: context)) }
                    try pipeline.addHandler(
                        MailResponder(offered: offered, context: context, log: log, respond: respond))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        port = channel.localAddress?.port ?? 0
    }

    deinit { channel.close(promise: nil) }

    /// The commands of all connections, without EHLO and its name.
    var commands: [String] { log.state.withLock(\.commands) }
    /// The messages as they were transmitted, without the final full stop.
    var messages: [String] { log.state.withLock(\.messages) }
    var connections: Int { log.state.withLock(\.connections) }
}

final class MailLog: Sendable {
    struct State: Sendable {
        var commands: [String] = []
        var messages: [String] = []
        var connections = 0
    }

    let state = Mutex(State())
}

private final class MailResponder: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let offered: [String]
    private let context: NIOSSLContext
    private let log: MailLog
    private let respond: @Sendable (String) -> ScriptedMailServer.Response?
    private var unread = ByteBuffer()
    private var isInMessage = false

    init(
        offered: [String], context: NIOSSLContext, log: MailLog,
        respond: @escaping @Sendable (String) -> ScriptedMailServer.Response?
    ) {
        self.offered = offered
        self.context = context
        self.log = log
        self.respond = respond
    }

    func channelActive(context: ChannelHandlerContext) {
        log.state.withLock { $0.connections += 1 }
        reply(to: "", "220 good.example", context)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var more = unwrapInboundIn(data)
        unread.writeBuffer(&more)
        while let line = nextLine() {
            if isInMessage {
                log.state.withLock { $0.messages.append(line) }
                isInMessage = false
                reply(to: ".", "250 2.0.0 Ok: queued as 4DE1F", context)
            } else {
                handle(line, context)
            }
        }
    }

    /// A command, or a whole message.
    private func nextLine() -> String? {
        let end = isInMessage ? "\r\n.\r\n" : "\r\n"
        let text = unread.getString(at: unread.readerIndex, length: unread.readableBytes) ?? ""
        // A message without content.
        if isInMessage, text.utf8.starts(with: ".\r\n".utf8) {
            unread.moveReaderIndex(forwardBy: 3)
            return ""
        }
        guard let range = text.firstRange(of: end) else { return nil }
        let line = text[..<range.lowerBound]
        unread.moveReaderIndex(forwardBy: line.utf8.count + end.utf8.count)
        return String(line)
    }

    private func handle(_ line: String, _ context: ChannelHandlerContext) {
        if !line.hasPrefix("EHLO") { log.state.withLock { $0.commands.append(line) } }
        switch line.prefix(4) {
        case "EHLO":
            let lines = ["good.example"] + offered
            let text = lines.enumerated().map { "250\($0.offset == lines.count - 1 ? " " : "-")\($0.element)" }
            reply(to: line, text.joined(separator: "\r\n"), context)
        case "STAR":
            reply(to: line, "220 go", context)
            // A context that was made can be used.
            try? context.pipeline.syncOperations.addHandler(
                NIOSSLServerHandler(context: self.context), position: .first)
        case "DATA":
            isInMessage = true
            reply(to: line, "354 go", context)
        case "AUTH": reply(to: line, "235 2.7.0 ok", context)
        case "QUIT":
            reply(to: line, "221 bye", context)
            context.close(promise: nil)
        default: reply(to: line, "250 2.1.0 Ok", context)
        }
    }

    private func reply(to line: String, _ usual: String, _ context: ChannelHandlerContext) {
        switch respond(line) {
        case .drop: context.close(promise: nil)
        case .say(let text): write(text, context)
        case nil: write(usual, context)
        }
    }

    private func write(_ text: String, _ context: ChannelHandlerContext) {
        context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: text + "\r\n")), promise: nil)
    }
}
