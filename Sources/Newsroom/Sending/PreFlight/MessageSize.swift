internal import Context

/// Whether the message has its usual size, and is signed.
struct MessageSize: PreFlightCheck {
    /// In bytes: the HTML part has at most 95 KB, and the text part is smaller.
    private static let largest = 200_000

    func findings(_ input: PreFlightInput) async throws -> [PreFlight.Finding] {
        var findings: [PreFlight.Finding] = []
        let size = try input.mail.messages(to: []).first?.count ?? 0
        if size > Self.largest {
            findings.append(
                PreFlight.Finding(
                    "size", "the message has \(size / 1000) KB", remedy: "Shorten the issue", isSerious: false))
        }
        if input.mail.parts == 0 {
            findings.append(
                PreFlight.Finding(
                    "size", "no part of the issue fits into a mail", remedy: "Divide the issue into sections"))
        }
        return findings
    }
}
