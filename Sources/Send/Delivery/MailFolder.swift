package import Context

extension MailDelivery {
    /// Writes each message into a file of its own, from where another program sends it. A file with the ending `.eml` is
    /// complete, is still there after a power failure, and only its owner can read it.
    ///
    /// - Parameter folder: is made if it doesn't exist.
    package static func folder(
        _ folder: String, files: Files, clock: Clock, cryptography: Cryptography
    ) -> MailDelivery {
        MailDelivery(destination: folder) {
            FolderConnection(folder: folder, files: files, clock: clock, cryptography: cryptography)
        }
    }
}

private struct FolderConnection: MailConnection {
    let folder: String
    let files: Files
    let clock: Clock
    let cryptography: Cryptography

    func deliver(_ message: OutgoingMessage) async -> DeliveryOutcome {
        // The name sorts by time, and doesn't contain the address.
        let name = "\(clock.seconds)-\(Base64URL.text(cryptography.randomBytes(12))).eml"
        do throws(FileError) {
            try files.writeDurably("\(folder)/\(name)", message.bytes)
        } catch {
            return .notSent(nil, reason: "can't write into \(folder): \(error.reason)")
        }
        return .accepted(MailReply(code: 250, enhanced: "2.0.0", text: name))
    }

    func close() async {}
}
