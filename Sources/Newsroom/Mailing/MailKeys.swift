package import Context
package import Newsletter
package import Send
package import Settings

/// The two keys that sign a publication's mail.
package struct MailKeys: Sendable {
    package var rsa: SigningKey?
    package var ed25519: SigningKey?

    /// The environment variable with a key in PEM, which takes precedence over the file.
    package static func variable(_ algorithm: SigningKey.Algorithm) -> String {
        "SENNIGHT_DKIM_\(algorithm.rawValue.uppercased())"
    }

    /// The file with a key in PEM, in the publication's state folder, which git ignores.
    package static func file(_ algorithm: SigningKey.Algorithm, _ mail: MailSettings, _ location: PublicationLocation)
        -> String
    {
        "\(location.state)/dkim/\(mail.selector)-\(algorithm.rawValue).pem"
    }

    /// Reads the keys that there are.
    ///
    /// - Throws: a ``Diagnostic`` if a key can't be read.
    package static func reading(
        _ mail: MailSettings, _ location: PublicationLocation, _ context: Context, _ cryptography: Cryptography
    ) throws(Diagnostic) -> MailKeys {
        var keys = MailKeys()
        for algorithm in SigningKey.Algorithm.allCases {
            let (variable, file) = (variable(algorithm), file(algorithm, mail, location))
            let written: (pem: String, place: String)?
            do throws(FileError) {
                if let secret = try context.secrets.named(variable) {
                    written = (secret, variable)
                } else {
                    written = try context.files.readIfPresent(file, atMost: Files.largestText).map {
                        (String(decoding: $0, as: UTF8.self), file)
                    }
                }
            } catch {
                throw Diagnostic(
                    "the key for signing mail can't be read (\(error.reason))",
                    remedy: error.remedy ?? "Make the file readable", file: error.path)
            }
            guard let written else { continue }
            let key: SigningKey
            do throws(CommandError) {
                key = try cryptography.signingKey(written.pem)
            } catch {
                throw Diagnostic(
                    "\(written.place) has no usable key: \(error)",
                    remedy: "Make keys with 'sennight dkim new', or write a private key in PEM format")
            }
            guard key.algorithm == algorithm else {
                throw Diagnostic(
                    "\(written.place) has a key for \(key.algorithm.rawValue), not for \(algorithm.rawValue)",
                    remedy: "Exchange the two keys")
            }
            switch algorithm {
            case .rsa: keys.rsa = key
            case .ed25519: keys.ed25519 = key
            }
        }
        return keys
    }

    package var all: [SigningKey] { [rsa, ed25519].compactMap { $0 } }

    package func signers(_ mail: MailSettings, _ cryptography: Cryptography) -> [DKIMSigner] {
        all.map { key in
            DKIMSigner(
                domain: mail.signer, selector: Self.selector(of: key, mail), key: key, cryptography: cryptography)
        }
    }

    /// The DNS records that receivers need to verify signatures.
    package func records(_ mail: MailSettings) -> [DKIMRecord] {
        all.map { DKIMRecord(of: $0, selector: Self.selector(of: $0, mail), domain: mail.signer) }
    }

    private static func selector(of key: SigningKey, _ mail: MailSettings) -> String {
        "\(mail.selector)-\(key.algorithm.rawValue)"
    }
}

extension MailSettings {
    /// The domain that signs.
    package var signer: String { signingDomain ?? from?.domain ?? "" }
}
