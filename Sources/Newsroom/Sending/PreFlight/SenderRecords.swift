internal import Context
internal import Newsletter

/// The records in the DNS that Gmail, Yahoo and Microsoft demand of newsletters: SPF for the domain that receives bounces
/// (RFC 7208), and DMARC for that of the sender, with which one of the others must be aligned (RFC 7489, section 3.1).
struct SenderRecords: PreFlightCheck {
    func findings(_ input: PreFlightInput) async throws -> [PreFlight.Finding] {
        let mail = input.sending.session.publication.mail
        guard let domain = mail.from?.domain else { return [] }
        let envelope = mail.bounceDomain ?? domain
        var findings: [PreFlight.Finding] = []
        do throws(CommandError) {
            let policies = try await input.dns.texts(envelope).filter { Self.isSPF($0) }
            if policies.count != 1 {
                findings.append(
                    PreFlight.Finding(
                        "SPF",
                        "\(envelope) has \(policies.isEmpty ? "no" : "\(policies.count)") SPF record"
                            + (policies.count > 1 ? "s, but must have one" : ""),
                        remedy: "Publish one TXT record there, such as 'v=spf1 mx -all'"))
            }
            if try await !hasDMARC(domain, input.dns) {
                findings.append(
                    PreFlight.Finding(
                        "DMARC", "_dmarc.\(domain) has no DMARC record",
                        remedy: "Publish a TXT record there, such as 'v=DMARC1; p=none; rua=mailto:…'"))
            }
        } catch {
            findings.append(
                PreFlight.Finding("DNS", "\(error)", remedy: "Try again when the DNS answers", isSerious: false))
        }
        if !Self.isAligned(mail.signer, domain), !Self.isAligned(envelope, domain) {
            findings.append(
                PreFlight.Finding(
                    "DMARC",
                    "neither the domain that signs (\(mail.signer)) nor that of bounces (\(envelope)) belongs to"
                        + " the sender's (\(domain))",
                    remedy: "Set 'mail: { dkim: { domain: \(domain) } }'"))
        }
        return findings
    }

    private func hasDMARC(_ domain: String, _ dns: DNS) async throws(CommandError) -> Bool {
        // The record of the organisation's domain also counts, which is at most as long as this one.
        var name = domain[...]
        while name.contains(".") {
            if try await dns.texts("_dmarc.\(name)").contains(where: { $0.lowercased().hasPrefix("v=dmarc1") }) {
                return true
            }
            name = name.drop { $0 != "." }.dropFirst()
        }
        return false
    }

    private static func isSPF(_ text: String) -> Bool {
        let lower = text.lowercased()
        return lower == "v=spf1" || lower.hasPrefix("v=spf1 ")
    }

    /// Relaxed alignment, as far as it can be decided without the list of public suffixes.
    private static func isAligned(_ one: String, _ other: String) -> Bool {
        let (one, other) = (one.lowercased(), other.lowercased())
        return one == other || one.hasSuffix("." + other) || other.hasSuffix("." + one)
    }
}
