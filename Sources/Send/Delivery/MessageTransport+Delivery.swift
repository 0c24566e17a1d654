extension MessageTransport {
    /// Sends single messages over one connection, which is kept for a while.
    package static func connected(to delivery: MailDelivery) -> MessageTransport {
        let connection = KeptConnection(delivery)
        return MessageTransport { message throws(DeliveryFault) in try await connection.send(message) }
    }
}

/// A connection that is opened when there is a message, and closed some time after the last one.
private actor KeptConnection {
    private let delivery: MailDelivery
    private var connection: (any MailConnection)?
    /// Whether a message is on its way; only one at a time.
    private var isBusy = false
    private var waiting: [CheckedContinuation<Void, Never>] = []
    private var uses = 0

    private static let patience = Duration.seconds(10)

    init(_ delivery: MailDelivery) {
        self.delivery = delivery
    }

    func send(_ message: OutgoingMessage) async throws(DeliveryFault) {
        await enter()
        defer { leave() }
        // A kept connection may have been closed by the server; a new one shows whether the server can be reached.
        if let kept = connection {
            let outcome = await kept.deliver(message)
            guard case .notSent = outcome else { return try conclude(outcome) }
            drop(kept)
        }
        let opened = try await open()
        connection = opened
        let outcome = await opened.deliver(message)
        if case .notSent = outcome { drop(opened) }
        try conclude(outcome)
    }

    /// Whatever prevents a session says nothing about the message: a password can be corrected.
    private func open() async throws(DeliveryFault) -> any MailConnection {
        do throws(DeliveryFault) {
            return try await delivery.open()
        } catch {
            throw DeliveryFault(.temporary, "\(delivery.destination): \(error.reason)")
        }
    }

    private func conclude(_ outcome: DeliveryOutcome) throws(DeliveryFault) {
        switch outcome {
        case .accepted: break
        case .refused(let reply):
            // Not its text, which may have the address.
            let code = ["\(reply.code)", reply.enhanced].compactMap { $0 }.joined(separator: " ")
            throw DeliveryFault(
                reply.isPermanent ? .permanent : .temporary, "\(delivery.destination) refused the message: \(code)")
        case .notSent(_, let reason): throw DeliveryFault(.temporary, "\(delivery.destination): \(reason)")
        case .uncertain(let reason):
            connection = nil
            throw DeliveryFault(.uncertain, "\(delivery.destination): \(reason)")
        }
    }

    private func drop(_ used: any MailConnection) {
        connection = nil
        Task { await used.close() }
    }

    private func enter() async {
        guard isBusy else {
            isBusy = true
            return
        }
        await withCheckedContinuation { waiting.append($0) }
    }

    private func leave() {
        uses += 1
        if waiting.isEmpty {
            isBusy = false
            closeLater(after: uses)
        } else {
            waiting.removeFirst().resume()
        }
    }

    private func closeLater(after use: Int) {
        guard connection != nil else { return }
        Task { [weak self] in
            // The task is never cancelled.
            try? await Task.sleep(for: Self.patience)
            await self?.closeUnused(since: use)
        }
    }

    private func closeUnused(since use: Int) {
        guard uses == use, !isBusy, let connection else { return }
        drop(connection)
    }
}
