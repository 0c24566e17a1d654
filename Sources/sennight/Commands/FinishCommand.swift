import ArgumentParser
internal import Newsletter
internal import Newsroom
internal import Text

struct FinishCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "finish",
        abstract: "Turn the draft into an issue, and create the next draft.",
        discussion: """
            Empty sections and the comments for contributors are removed; everything else stays as it is, byte for \
            byte. A draft is \
            refused while a check finds an error. 'sennight undo' restores the draft.
            """)

    @OptionGroup var publication: PublicationOptions
    @OptionGroup var choice: DraftChoice
    @OptionGroup var checks: IgnoredChecks

    @Flag(inversion: .prefixedNo, help: "Create the next issue's draft.")
    var next = true

    @Flag(help: "Finish even if nothing was added to the draft.")
    var empty = false

    func run(_ session: DraftSession) async throws -> Outcome {
        let finishing = FinishedDraft(
            session, draft: choice.draft, ignoring: checks.ignored, opensNext: next, allowsEmpty: empty)
        let outcome: FinishedDraft.Outcome
        do {
            outcome = try await finishing.finish()
        } catch let refusal as RefusedByChecks {
            return .found(refusal.findings, color: publication.color)
        }
        let removed = outcome.dropped.isEmpty ? "no sections" : outcome.dropped.joined(separator: ", ")
        Terminal.say("Removed: \(removed); \(outcome.comments.counted("comment")). 'sennight undo' restores the draft.")
        Terminal.print("\(outcome.issue)")
        for title in outcome.unplaced {
            Terminal.say("'\(title)' was chosen, but isn't in any section. Add it with 'sennight add'.")
        }
        switch outcome.next {
        case .made(let path): Terminal.print("\(path)")
        case .exists(let path): Terminal.say("The next draft already exists: \(path)")
        case nil: break
        }
        return .success
    }
}
