import ArgumentParser
internal import Text

/// Names the command that a mistyped one probably meant.
enum CommandSuggestion {
    /// The message for arguments whose command doesn't exist; nil if the mistake is another one.
    static func text(for arguments: [String]) -> String? {
        var (command, path): (any ParsableCommand.Type, String) = (Sennight.self, "sennight")
        for word in arguments {
            let subcommands = command.configuration.subcommands
            guard !word.hasPrefix("-"), !subcommands.isEmpty else { return nil }
            if let next = subcommands.first(where: { name(of: $0) == word }) {
                (command, path) = (next, "\(path) \(word)")
                continue
            }
            if path == "sennight", word == "help" { return nil }
            let names = subcommands.filter { $0.configuration.shouldDisplay }.map { name(of: $0) }
            let advice = ClosestMatch.of(word, among: names).map { "Did you mean '\($0)'?" }
            // A command with a default takes other words as that one's arguments.
            if advice == nil || !word.allSatisfy(\.isLetter), command.configuration.defaultSubcommand != nil {
                return nil
            }
            return "Error: '\(word)' isn't a command. "
                + (advice ?? "The commands are: \(names.joined(separator: ", ")).") + "\nUsage: \(path) <subcommand>\n"
                + "  See '\(path) --help' for more information."
        }
        return nil
    }

    private static func name(of command: any ParsableCommand.Type) -> String {
        command.configuration.commandName ?? command._commandName
    }
}
