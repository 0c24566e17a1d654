import ArgumentParser
internal import Context
internal import Newsletter
internal import Newsroom
internal import Settings
internal import Text

/// What came of a command: by this it exits, not by the type of an error.
enum Outcome {
    case success
    /// It did its work and found something, or left something for a person to do.
    case findings
    /// It could not do all of its work, and has said why.
    case failure

    var exitCode: Int32 {
        switch self {
        case .success: 0
        case .findings: 1
        case .failure: 2
        }
    }
}

extension Outcome {
    /// Prints what was found in issues.
    static func found(_ faults: Diagnostics, color: ColorChoice) -> Outcome {
        Terminal.report(faults, color: color)
        return .findings
    }
}

/// A command whose work is in the newsroom: it parses, calls and prints.
///
/// Whatever it throws is a failure.
protocol NewsroomCommand: AsyncParsableCommand {
    func run(_ context: Context) async throws -> Outcome
}

/// One that works on a publication.
protocol SessionCommand: NewsroomCommand, PublicationCommand {
    func run(_ session: DraftSession) async throws -> Outcome
}

extension SessionCommand {
    func run(_ context: Context) async throws -> Outcome {
        let session = try DraftSession(publication.location, context: context) { notice in
            // How far the sources are is for whoever watches.
            if case .collected = notice, !Terminal.isWatched { return }
            Terminal.say("\(notice)")
        }
        do {
            return try await run(session)
        } catch is IsComplete {
            return .success
        }
    }
}
