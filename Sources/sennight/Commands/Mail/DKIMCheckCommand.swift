import ArgumentParser
internal import Context
internal import Newsletter
internal import Newsroom
internal import Send
internal import Text

struct DKIMCheckCommand: NewsroomCommand, PublicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Compare the mail-signing keys with the records in the DNS.",
        discussion: "Exits with 1 if a record is missing or differs, and with 2 if no DNS server answers.")

    @OptionGroup var publication: PublicationOptions

    func run(_ context: Context) async throws -> Outcome {
        let findings = try await MailKeyCheck(
            publication.location, context: context, dns: LiveContext.dns, cryptography: LiveContext.cryptography
        ).findings()
        for finding in findings { Terminal.print("\(finding.text)") }
        if findings.contains(where: { $0.comparison == nil }) { return .failure }
        return findings.allSatisfy { $0.comparison == .same } ? .success : .findings
    }
}
