import ArgumentParser
internal import Context
internal import Live
internal import Markdown
internal import Newsletter
internal import Settings
internal import Text

struct InspectCommand: PublicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspect",
        abstract: "Show what issues hold: sections and typed entries with their places.")

    enum Format: String, ExpressibleByArgument, CaseIterable, Sendable {
        case text, json
    }

    @OptionGroup var publication: PublicationOptions

    @Option(help: "How to show it.")
    var format = Format.text

    @Argument(help: ArgumentHelp("Issues.", valueName: "file"), completion: .file())
    var files: [String]

    func run() throws {
        let context = Context.live
        let settings = try publication.location.publication(context.files)
        let reader = IssueReader(rules: SectionRules(settings.sections))
        var faults: [Diagnostic] = []
        var isFirst = true
        for file in files {
            do {
                let bytes = try read(file, context.files)
                var issue = try reader.read(bytes, file: file).issue
                issue.header.category = issue.header.category ?? settings.category
                switch format {
                case .text: Terminal.print(IssueTree.text(of: issue))
                case .json:
                    // One at a time: an archive need not fit in memory.
                    Terminal.print((isFirst ? "[" : ",\n") + PrintableText(IssueJSON.json(of: issue)), endsLine: false)
                }
                isFirst = false
            } catch let error as Diagnostics {
                faults += error.all
            } catch let error as FileError {
                faults.append(
                    Diagnostic("cannot read the file (\(error.reason))", remedy: "Check its name", file: file))
            }
        }
        if format == .json { Terminal.print(isFirst ? "[]" : "]") }
        guard faults.isEmpty else { throw Diagnostics(faults) }
    }

    private func read(_ file: String, _ files: Files) throws -> [UInt8] {
        if let status = files.status(file), status.size > IssueReader.largestFile {
            throw Diagnostics([IssueReader.tooLarge(status.size, file: file)])
        }
        return try files.read(file)
    }
}
