import ArgumentParser
internal import Archive
internal import Draft
internal import Foundation
internal import Newsletter
internal import Context
internal import Settings
internal import Text

struct ChooseCommand: AsyncParsableCommand, PublicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "choose",
        abstract: "Choose among the candidates in a text editor, as git rebase -i does.",
        discussion:
            "The sheet opens in $VISUAL or $EDITOR. What is marked 'add' goes into the draft; 'no' is not asked again.")

    @OptionGroup var publication: PublicationOptions
    @OptionGroup var choice: DraftChoice

    @Option(help: "Take this sheet instead of opening an editor; '-' prints the sheet.", completion: .file())
    var from: String?

    @Argument(help: "Sections, by heading or kind. (default: all)")
    var sections: [String] = []

    func run() async throws {
        try await run(try DraftSession(publication.location))
    }

    func run(_ session: DraftSession) async throws {
        let draft = try session.draft(named: choice.draft)
        let memory = try session.decisions(on: draft)
        let waiting = try WaitingCandidates(
            session, draft: draft, memory: memory, archive: try await session.archive(),
            sections: SectionChoice(sections))
        guard !waiting.rows.isEmpty else { return Terminal.say("No candidate waits.") }
        let sheet = ChoiceSheet(
            waiting.rows.map { row in
                ChoiceSheet.Line(word: row.isProposed ? .add : .no, candidate: row.candidate, reason: row.reason)
            })
        if from == "-" { return Terminal.print("\(lines: sheet.text)", endsLine: false) }
        let file = from ?? session.location.cache("choose.txt", session.files)
        if from == nil {
            try session.files.write(file, Array(sheet.text.utf8))
            guard try Editor.open(file) else {
                return Terminal.say("The sheet wasn't saved; nothing was decided.")
            }
        }
        let text = String(decoding: try session.files.read(file, atMost: Files.largestText), as: UTF8.self)
        let choices: [ChoiceSheet.Choice]
        do throws(Diagnostics) {
            choices = try sheet.choices(
                in: text, file: file, sections: SectionNames(draft, session.publication))
        } catch {
            if from == nil {
                Terminal.say("Your sheet is kept. Mend it, and say 'sennight choose --from \(file)'.")
            }
            throw error
        }
        guard !choices.isEmpty else { return Terminal.say("The sheet is empty; nothing was changed.") }
        let outcome = try WritingTurn.take(session) { try apply(choices, session, asked: memory) }
        for fault in outcome.faults { Terminal.say("\(fault)") }
        Terminal.say("\(outcome.placed) placed, \(outcome.declined) declined.")
        Terminal.print("\(draft.path)")
        if !outcome.faults.isEmpty { throw ExitCode(1) }
    }

    /// - Parameter memory: as it was when the sheet was made; what others decided on since then stands.
    private func apply(
        _ choices: [ChoiceSheet.Choice], _ session: DraftSession, asked memory: DecisionMemory
    ) throws -> Choosing.Outcome {
        let draft = try session.draft(named: choice.draft)
        let present = try session.decisions(on: draft)
        let open = choices.filter { present[$0.identity] == memory[$0.identity] }
        if open.count < choices.count {
            Terminal.say("\(choices.count - open.count) were decided on by somebody else in the meantime.")
        }
        let outcome = try Choosing(session.publication).applying(open, to: draft, remembering: present)
        try session.save(outcome.draft, over: draft, remembering: outcome.memory)
        return outcome
    }
}
