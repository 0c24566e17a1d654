internal import NIOCore
internal import Send

/// A session with a mail server.
struct SMTPConnection: MailConnection {
    let channel: any Channel
    let handler: NIOLoopBound<SMTPHandler>
    /// Succeeds when messages can be sent.
    let opened: EventLoopFuture<Void>

    func waitUntilOpen() async throws(DeliveryFault) {
        do {
            try await opened.get()
        } catch {
            throw error as? DeliveryFault ?? DeliveryFault(.temporary, "\(error)")
        }
    }

    func deliver(_ message: OutgoingMessage) async -> DeliveryOutcome {
        await withCheckedContinuation { continuation in
            channel.eventLoop.execute { handler.value.deliver(message, continuation) }
        }
    }

    func close() async {
        channel.eventLoop.execute { handler.value.quit() }
        // Whether it was closed politely doesn't matter.
        try? await channel.closeFuture.get()
    }
}
