package import Context
internal import Newsletter
package import Send
package import Settings

/// Makes the keys that sign a publication's mail.
package struct NewMailKeys {
    private let location: PublicationLocation
    private let context: Context
    private let cryptography: Cryptography

    package init(_ location: PublicationLocation, context: Context, cryptography: Cryptography) {
        self.location = location
        self.context = context
        self.cryptography = cryptography
    }

    /// The files that were written, and the DNS records to publish.
    package struct Outcome: Sendable {
        package var files: [String]
        package var records: [DKIMRecord]
    }

    /// Keys that exist are never overwritten: mail that they signed could no longer be verified.
    ///
    /// - Throws: a ``Diagnostic`` if there are keys already, or they can't be written.
    package func make() throws -> Outcome {
        let mail = try location.publication(context.files).mail
        guard mail.from != nil else { throw MailSettings.missing(location) }
        let files = SigningKey.Algorithm.allCases.map { MailKeys.file($0, mail, location) }
        if let file = files.first(where: { context.files.status($0) != nil }) {
            throw Diagnostic(
                "there is a key already", remedy: "For new keys, write another 'selector:' under 'mail: dkim:'",
                file: file)
        }
        try StateFolder.hideFromGit(location, context.files)
        for (algorithm, file) in zip(SigningKey.Algorithm.allCases, files) {
            try context.files.writeSecret(file, Array(try cryptography.newKey(algorithm).utf8))
        }
        let keys = try MailKeys.reading(mail, location, context, cryptography)
        return Outcome(files: files, records: keys.records(mail))
    }
}

extension MailSettings {
    /// What a command for mail says about a publication that sends none.
    static func missing(_ location: PublicationLocation) -> Diagnostic {
        Diagnostic(
            "the settings have no sender for mail",
            remedy: "Write 'mail: { from: \"Example Weekly <weekly@example.org>\" }'", file: location.settings)
    }
}
