import ArgumentParser
internal import Address
internal import Newsroom
internal import Store
internal import Text

struct SubscribersRemoveCommand: SubscriberCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove",
        abstract: "Unsubscribe somebody, or erase them.",
        discussion: """
            --erase deletes everything about the person. Only a hash of the address stays, on the suppression list, so that no \
            import adds it again. Erase them from your backups and lists, too.
            """)

    @OptionGroup var publication: PublicationOptions

    @Flag(help: "Delete everything but a hash of the address.")
    var erase = false

    @Argument(help: ArgumentHelp("The mail address.", valueName: "address"))
    var address: String

    func run(_ session: SubscriberSession) async throws -> Outcome {
        let removal = try SubscriberRemoval(session, address: address, erases: erase)
        let masked = removal.address.masked
        switch try await removal.run() {
        case .unsubscribed: Terminal.print("\(masked): unsubscribed")
        case .alreadyLeft(let state): Terminal.print("\(masked): was \(state.rawValue) already")
        case .erased(let wasSubscriber):
            Terminal.print(
                wasSubscriber
                    ? "\(masked): erased" : "\(masked): wasn't a subscriber; now on the suppression list")
        case .unknown:
            Terminal.print("\(masked): not a subscriber")
            return .findings
        }
        return .success
    }
}
