import ArgumentParser
internal import Address
internal import Newsroom
internal import Store
internal import Text

struct SubscribersAddCommand: SubscriberCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Add people who have agreed to receive the newsletter.",
        discussion:
            "Addresses on the suppression list aren't added: their owners have left, or their mailboxes don't exist.")

    @OptionGroup var publication: PublicationOptions

    @Option(help: ArgumentHelp("Where they agreed; kept with the address.", valueName: "text"))
    var source = "added by an editor"

    @Argument(help: ArgumentHelp("The mail addresses.", valueName: "address"))
    var addresses: [String]

    func run(_ session: SubscriberSession) async throws -> Outcome {
        let outcomes = try await SubscriberAddition(session, addresses: addresses, source: source).run()
        for outcome in outcomes {
            let address = outcome.address.masked
            switch outcome.addition {
            case .added, .changed: Terminal.print("\(address): added")
            case .known(_, let state): Terminal.print("\(address): known already, \(state.rawValue)")
            case .suppressed(let reason):
                Terminal.print("\(address): not added, because it is on the suppression list (\(reason.rawValue))")
            }
        }
        let missing = outcomes.count { !$0.isActive }
        if missing > 0 { Terminal.say("\(missing) of \(outcomes.count) not added.") }
        return missing == 0 ? .success : .findings
    }
}
