internal import Newsletter
internal import Send

/// Whether the DNS has the keys that sign the messages.
struct SigningRecords: PreFlightCheck {
    func findings(_ input: PreFlightInput) async throws -> [PreFlight.Finding] {
        guard input.mail.isSigned else {
            return [
                PreFlight.Finding(
                    "DKIM", "the messages aren't signed, so that many servers refuse them",
                    remedy: "Make keys with 'sennight dkim new'")
            ]
        }
        let session = input.sending.session
        let check = MailKeyCheck(
            session.location, context: session.context, dns: input.dns,
            cryptography: input.sending.subscribers.cryptography)
        return try await check.findings().compactMap { finding in
            if finding.comparison == .same { return nil }
            return PreFlight.Finding(
                "DKIM", "\(finding.record.name) isn't right in the DNS",
                remedy: "'sennight dkim check' shows the record",
                isSerious: finding.comparison != nil)
        }
    }
}
