internal import NIOCore
internal import NIOSSL
internal import NIOTLS
internal import Newsletter
internal import Send

/// Connects an ``SMTPDialogue`` with a channel.
final class SMTPHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    /// What TLS needs.
    struct Security: Sendable {
        let context: NIOSSLContext
        let host: String

        func handler() throws -> NIOSSLClientHandler {
            // Without a name, the certificate must have the address of the server.
            let isAddress = host.contains(":") || host.utf8.allSatisfy { $0 == 0x2E || (0x30...0x39).contains($0) }
            return try NIOSSLClientHandler(context: context, serverHostname: isAddress ? nil : host)
        }
    }

    /// Succeeds when messages can be sent.
    let opened: EventLoopPromise<Void>
    private let server: SMTPServer
    private let security: Security?
    private var dialogue: SMTPDialogue?
    private var isOpened = false
    private var waiting: CheckedContinuation<DeliveryOutcome, Never>?
    private var context: ChannelHandlerContext?
    private var deadline = NIODeadline.distantFuture
    private var timer: (scheduled: Scheduled<Void>, time: NIODeadline)?

    /// In bytes. After each piece, its time limit begins again.
    private static let piece = 65_536

    init(_ server: SMTPServer, _ security: Security?, opened: EventLoopPromise<Void>) {
        self.server = server
        self.security = security
        self.opened = opened
    }

    // MARK: For the connection

    func deliver(_ message: OutgoingMessage, _ continuation: CheckedContinuation<DeliveryOutcome, Never>) {
        guard waiting == nil, context != nil else {
            // What the dialogue knows of the end, if it has begun.
            let lost = dialogue?.send(message) ?? []
            guard case .finish(let outcome)? = lost.first, waiting == nil else {
                return continuation.resume(returning: .notSent(nil, reason: "the connection is in use"))
            }
            return continuation.resume(returning: outcome)
        }
        waiting = continuation
        perform { $0.send(message) }
    }

    func quit() { perform { $0.quit() } }

    // MARK: Events

    func channelActive(context: ChannelHandlerContext) {
        self.context = context
        let isLocal = context.remoteAddress?.isLoopback == true
        dialogue = SMTPDialogue(
            SMTPDialogue.Options(
                clientName: Self.clientName(context.localAddress), startsTLS: server.security == .starttls,
                isPrivate: isLocal || server.security == .tls, credentials: server.credentials))
        if server.security == .none, !isLocal {
            perform { $0.lose("TLS is required for a mail server on another machine", isFinal: true) }
        } else {
            perform { _ in [] }
        }
        context.fireChannelActive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let buffer = unwrapInboundIn(data)
        perform { $0.receive(ArraySlice(buffer.readableBytesView)) }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if case .handshakeCompleted? = event as? TLSUserEvent { perform { $0.tlsStarted() } }
        context.fireUserInboundEventTriggered(event)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        let fault = Self.fault(error, host: server.host)
        perform { $0.lose(fault.reason, isFinal: fault.kind == .permanent) }
    }

    func channelInactive(context: ChannelHandlerContext) {
        perform { $0.lose("the connection was lost") }
        context.fireChannelInactive()
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        perform { $0.lose("the connection was lost") }
        timer?.scheduled.cancel()
        self.context = nil
        // A connection that was never made.
        if !isOpened { opened.fail(DeliveryFault(.temporary, "the connection was lost")) }
        isOpened = true
    }

    // MARK: Actions

    private func perform(_ step: (inout SMTPDialogue) -> [SMTPDialogue.Action]) {
        guard let context, var current = dialogue else { return }
        // Taken out for the step, so that it is changed in place.
        dialogue = nil
        let actions = step(&current)
        dialogue = current
        for action in actions {
            switch action {
            case .write(let bytes):
                context.writeAndFlush(wrapOutboundOut(context.channel.allocator.buffer(bytes: bytes)), promise: nil)
            case .writeMessage(let message): write(message, context)
            case .startTLS: startTLS(context)
            case .ready:
                isOpened = true
                opened.succeed()
            case .fail(let fault):
                isOpened = true
                opened.fail(fault)
            case .finish(let outcome):
                let continuation = waiting
                waiting = nil
                continuation?.resume(returning: outcome)
            case .close: abort(context)
            }
        }
        updateTimer(context)
    }

    /// The message is delivered to the socket when the last piece has been written.
    private func write(_ message: TransmittedMessage, _ context: ChannelHandlerContext) {
        var buffer = context.channel.allocator.buffer(capacity: message.count)
        message.write { buffer.writeBytes($0) }
        while let piece = buffer.readSlice(length: min(Self.piece, buffer.readableBytes)), piece.readableBytes > 0 {
            let isLast = buffer.readableBytes == 0
            let written = context.eventLoop.makePromise(of: Void.self)
            let handler = NIOLoopBound(self, eventLoop: context.eventLoop)
            written.futureResult.whenSuccess {
                handler.value.perform { isLast ? $0.messageWritten() : [] }
            }
            context.write(wrapOutboundOut(piece), promise: written)
        }
        context.flush()
    }

    private func startTLS(_ context: ChannelHandlerContext) {
        do {
            guard let security else { return }
            try context.pipeline.syncOperations.addHandler(try security.handler(), position: .first)
        } catch {
            let reason = "TLS can't be started: \(error)"
            perform { $0.lose(reason, isFinal: true) }
        }
    }

    /// Closes the socket below TLS, so that nothing that is still waiting is written: the dialogue may already have said
    /// that the message wasn't sent.
    private func abort(_ context: ChannelHandlerContext) {
        // Without TLS, there is no such handler.
        let below = try? context.pipeline.syncOperations.context(handlerType: NIOSSLClientHandler.self)
        (below ?? context).close(promise: nil)
    }

    // MARK: Time limits

    private func updateTimer(_ context: ChannelHandlerContext) {
        guard let limit = dialogue?.timeLimit else {
            deadline = .distantFuture
            return
        }
        deadline = .now() + .seconds(Int64(limit))
        // A timer that goes off too early looks at the deadline again.
        if let timer, timer.time <= deadline { return }
        schedule(context.eventLoop)
    }

    private func schedule(_ loop: any EventLoop) {
        timer?.scheduled.cancel()
        let handler = NIOLoopBound(self, eventLoop: loop)
        let scheduled = loop.scheduleTask(deadline: deadline) { handler.value.timePassed(loop) }
        timer = (scheduled, deadline)
    }

    private func timePassed(_ loop: any EventLoop) {
        timer = nil
        guard deadline < .distantFuture else { return }
        guard deadline <= .now() else { return schedule(loop) }
        perform { $0.timedOut() }
    }
}
