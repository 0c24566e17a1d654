import ArgumentParser

struct SubscriptionsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "subscriptions",
        abstract: "Let readers subscribe and unsubscribe on the web.",
        subcommands: [SubscriptionsServeCommand.self])
}
