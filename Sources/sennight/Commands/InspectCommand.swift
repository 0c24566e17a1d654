import ArgumentParser
internal import Context
internal import Newsletter
internal import Newsroom
internal import Text

struct InspectCommand: NewsroomCommand, PublicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspect",
        abstract: "Show the sections and entries of an issue, with their types and locations.")

    enum Format: String, ExpressibleByArgument, CaseIterable, Sendable {
        case text, json
    }

    @OptionGroup var publication: PublicationOptions

    @Option(help: "The output format.")
    var format = Format.text

    @Argument(help: ArgumentHelp("Issues.", valueName: "file"), completion: .file())
    var files: [String]

    func run(_ context: Context) async throws -> Outcome {
        let inspection = try Inspection(publication.location, context: context)
        var faults: [Diagnostic] = []
        var isFirst = true
        for file in files {
            do throws(Diagnostics) {
                let issue = try inspection.issue(file)
                switch format {
                case .text: Terminal.print(Inspection.text(of: issue))
                case .json:
                    // One at a time, because an archive may be larger than memory.
                    Terminal.print(
                        (isFirst ? "[" : ",\n") + PrintableText(Inspection.json(of: issue)), endsLine: false)
                }
                isFirst = false
            } catch {
                faults += error.all
            }
        }
        if format == .json { Terminal.print(isFirst ? "[]" : "]") }
        guard faults.isEmpty else {
            return .found(Diagnostics(faults), color: publication.color)
        }
        return .success
    }
}
