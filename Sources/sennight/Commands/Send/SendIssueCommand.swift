import ArgumentParser
internal import Newsroom
internal import Send
internal import Text

struct SendIssueCommand: SendingCommand {
    static let configuration = CommandConfiguration(
        commandName: "issue",
        abstract: "Show what sending an issue would do; with --yes, send it.",
        discussion: "Ctrl-C completes the messages that are being sent, and stops; 'sennight send resume' continues.")

    @OptionGroup var publication: PublicationOptions

    @Argument(help: "The number or the file of an issue. (default: the newest issue)")
    var issue: String?

    @Flag(help: "Approve the issue, which freezes its audience, and send it.")
    var yes = false

    @Option(
        name: .customLong("test"),
        help: ArgumentHelp("Send the issue to this address only.", valueName: "address"))
    var testAddress: String?

    @Option(
        help: ArgumentHelp(
            "With --yes: send nothing before this time, such as 2026-12-02T09:00+01:00.", valueName: "time"))
    var at: String?

    @Flag(help: "Leave out the checks that need the web and the DNS.")
    var skipChecks = false

    func validate() throws {
        guard !yes || testAddress == nil else { throw ValidationError("--test sends to one address; leave out --yes.") }
        guard at == nil || yes else { throw ValidationError("--at needs --yes.") }
        guard at.map({ Timestamp.rfc3339($0) != nil }) ?? true else {
            throw ValidationError("--at isn't a time with a zone. Write it like 2026-12-02T09:00:00+01:00.")
        }
    }

    func run(_ sending: SendingSession) async throws -> Outcome {
        let mail = try await sending.mail(of: issue)
        let transport = try LiveContext.mailDelivery(sending.subscribers.session)
        for notice in mail.notices { Terminal.say(notice) }
        if let testAddress {
            try await TestSending(sending, address: testAddress).run(mail, transport.delivery)
            Terminal.print("Sent to \(testAddress) through \(transport.delivery.destination).")
            return .success
        }
        let preview = try await SendingPreview.make(
            sending, mail: mail, destination: transport.delivery.destination)
        let findings = skipChecks ? [] : try await PreFlight(sending, mail: mail, dns: LiveContext.dns).findings()
        if !yes { Terminal.print(preview.text) } else { Terminal.say(preview.text) }
        for finding in findings { Terminal.say(finding.text) }
        guard yes else {
            Terminal.say("Nothing was sent. To send it, add --yes.")
            return findings.contains { $0.isSerious } ? .findings : .success
        }
        guard !findings.contains(where: \.isSerious) else {
            Terminal.say("Nothing was sent. Correct this, or add --skip-checks.")
            return .findings
        }
        let notBefore = at.flatMap { Timestamp.rfc3339($0) } ?? 0
        var choice = CampaignRun.Choice()
        choice.campaign = try await CampaignApproval(sending, mail: mail, notBefore: notBefore).run()
        return try await SendingRun(sending, choice, transport).run()
    }
}
