import ArgumentParser

struct SubscribersCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "subscribers",
        abstract: "Manage the people who receive the newsletter by mail.",
        subcommands: [
            SubscribersAddCommand.self, SubscribersImportCommand.self, SubscribersExportCommand.self,
            SubscribersRemoveCommand.self, SubscribersShowCommand.self, SubscribersStatsCommand.self,
        ])
}

extension ResultFormat: ExpressibleByArgument {}
