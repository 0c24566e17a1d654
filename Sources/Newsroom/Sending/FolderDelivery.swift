package import Context
package import Send

extension MailDelivery {
    /// Writes each message into a file of its own, from where another program sends it, or nobody does: for trying things
    /// out.
    package static func folder(_ folder: String, files: Files, clock: Clock, cryptography: Cryptography) -> MailDelivery
    {
        let transport = MessageTransport.folder(folder, files: files, clock: clock, cryptography: cryptography)
        return MailDelivery(
            destination: folder, open: { () throws(DeliveryFault) in FolderConnection(transport: transport) })
    }
}

private struct FolderConnection: MailConnection {
    let transport: MessageTransport

    func deliver(_ message: OutgoingMessage) async -> DeliveryOutcome {
        do throws(DeliveryFault) {
            try await transport.send(message)
            return .accepted(MailReply(code: 250, enhanced: "2.0.0", text: "written"))
        } catch {
            return .notSent(nil, reason: error.reason)
        }
    }

    func close() async {}
}
