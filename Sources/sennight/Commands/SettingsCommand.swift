import ArgumentParser
internal import Context
internal import Newsroom
internal import Text

struct SettingsCommand: NewsroomCommand, PublicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "settings",
        abstract: "Print the settings that are in effect, including defaults.",
        discussion: "The output is YAML that can be used as settings. Guides/settings.md describes every key.")

    @OptionGroup var publication: PublicationOptions

    @Flag(help: "Print the JSON Schema of the settings instead, for text editors.")
    var schema = false

    func run(_ context: Context) async throws -> Outcome {
        if schema {
            Terminal.print(PrintableText(SettingsView.schema))
        } else {
            let text = try SettingsView.text(publication.location, context)
            Terminal.print("\(lines: text.hasSuffix("\n") ? String(text.dropLast()) : text)")
        }
        return .success
    }
}
