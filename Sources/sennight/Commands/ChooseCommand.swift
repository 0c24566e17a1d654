import ArgumentParser
internal import Newsletter
internal import Newsroom
internal import Text

struct ChooseCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "choose",
        abstract: "Choose which candidates go into the draft, in a text editor.",
        discussion:
            "A list of the candidates opens in $VISUAL or $EDITOR. Candidates marked 'add' go into the"
            + " draft; those marked 'no' aren't offered again."
    )

    @OptionGroup var publication: PublicationOptions
    @OptionGroup var choice: DraftChoice

    @Option(
        help: "Read an edited list from this file instead of opening an editor; '-' prints the list.",
        completion: .file())
    var from: String?

    @Argument(help: "Choose only for these sections, by heading or kind. (default: all)")
    var sections: [String] = []

    func run(_ session: DraftSession) async throws -> Outcome {
        let choosing = try await CandidateChoice(session, draft: choice.draft, sections: sections)
        if choosing.isEmpty {
            Terminal.say("No candidates are waiting.")
            return .success
        }
        if from == "-" {
            Terminal.print("\(lines: try await choosing.text())", endsLine: false)
            return .success
        }
        if from == nil {
            try await choosing.writeSheet()
            guard try LiveContext.edit(choosing.file) else {
                Terminal.say("The sheet wasn't saved; nothing was decided.")
                return .success
            }
        }
        do {
            return report(try await choosing.apply(sheet: from ?? choosing.file))
        } catch let error as SheetFaults {
            if from == nil {
                Terminal.say("Your sheet was kept. Correct it and run 'sennight choose --from \(choosing.file)'.")
            }
            return .found(error.faults, color: publication.color)
        }
    }

    private func report(_ outcome: CandidateChoice.Outcome?) -> Outcome {
        guard let outcome else {
            Terminal.say("The sheet is empty; nothing was changed.")
            return .success
        }
        for fault in outcome.faults { Terminal.say("\(fault)") }
        Terminal.say("\(outcome.placed) added, \(outcome.declined) declined.")
        Terminal.print("\(outcome.path)")
        return outcome.faults.isEmpty ? .success : .findings
    }
}
