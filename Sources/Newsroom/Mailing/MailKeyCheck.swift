package import Context
internal import Newsletter
package import Send
package import Settings
package import Text

/// Compares the keys that sign a publication's mail with the DNS.
package struct MailKeyCheck {
    private let location: PublicationLocation
    private let context: Context
    private let dns: DNS
    private let cryptography: Cryptography

    package init(_ location: PublicationLocation, context: Context, dns: DNS, cryptography: Cryptography) {
        self.location = location
        self.context = context
        self.dns = dns
        self.cryptography = cryptography
    }

    /// What the DNS says about one key.
    package struct Finding: Sendable {
        package var record: DKIMRecord
        /// Nil if no server answered, for the reason that follows.
        package var comparison: DKIMRecord.Comparison?
        package var fault: String?

        /// What to do, in one or two lines.
        package var text: PrintableText {
            let problem: String
            switch comparison {
            case .same: return "\(record.name): the DNS has this key"
            case nil: return "\(record.name): \(fault ?? "")"
            case .missing: problem = "the DNS has no such record"
            case .several(let count): problem = "the DNS has \(count) records, but must have one"
            case .otherKey: problem = "the DNS has another key"
            case .revoked: problem = "the record in the DNS revokes the key (p= is empty)"
            case .tag(let tag): problem = "the record in the DNS doesn't allow this key (\(tag))"
            }
            return "\(record.name): \(problem). Publish this record:\n\(record.zoneLine)"
        }
    }

    /// - Throws: a ``Diagnostic`` if there are no keys.
    package func findings() async throws -> [Finding] {
        let mail = try location.publication(context.files).mail
        guard mail.from != nil else { throw MailSettings.missing(location) }
        let records = try MailKeys.reading(mail, location, context, cryptography).records(mail)
        guard !records.isEmpty else {
            throw Diagnostic("there are no keys for signing mail", remedy: "Make them with 'sennight dkim new'")
        }
        var findings: [Finding] = []
        for record in records {
            do throws(CommandError) {
                let texts = try await dns.texts(record.name)
                findings.append(Finding(record: record, comparison: record.comparison(with: texts), fault: nil))
            } catch {
                findings.append(Finding(record: record, comparison: nil, fault: "\(error)"))
            }
        }
        return findings
    }
}
