package import Context
package import Send

extension MessageTransport {
    /// Writes each message into a file of its own, from where another program sends it. A file with the ending `.eml` is
    /// complete, and only its owner can read it.
    ///
    /// - Parameter folder: is made if it doesn't exist.
    package static func folder(
        _ folder: String, files: Files, clock: Clock, cryptography: Cryptography
    ) -> MessageTransport {
        MessageTransport { message throws(DeliveryFault) in
            // The name sorts by time, and doesn't contain the address.
            let name = "\(clock.seconds)-\(Base64URL.text(cryptography.randomBytes(12))).eml"
            do throws(FileError) {
                try files.writeSecret("\(folder)/\(name)", message.bytes)
            } catch {
                throw DeliveryFault(.temporary, "can't write into \(folder): \(error.reason)")
            }
        }
    }
}
