import ArgumentParser
internal import Context
internal import Newsletter
internal import Newsroom
internal import Settings
internal import Text

/// The outcome of a command, which determines its exit code.
enum Outcome {
    case success
    /// The command did its work, and found something or left something for the user to do.
    case findings
    /// The command could not do all of its work, and has reported why.
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

/// A command whose work is done by a type in `Newsroom`: it parses, calls and prints.
///
/// Any error that it throws is a failure.
protocol NewsroomCommand: AsyncParsableCommand {
    func run(_ context: Context) async throws -> Outcome
}

/// A command that works on a publication.
protocol SessionCommand: NewsroomCommand, PublicationCommand {
    func run(_ session: DraftSession) async throws -> Outcome
}

extension SessionCommand {
    func session(in context: Context) throws -> DraftSession {
        try DraftSession(publication.location, context: context) { notice in
            // Shows the user how far the sources are.
            if case .collected = notice, !Terminal.isWatched { return }
            Terminal.say("\(notice)")
        }
    }

    func run(_ context: Context) async throws -> Outcome {
        let session = try session(in: context)
        do {
            return try await run(session)
        } catch is IsComplete {
            return .success
        }
    }
}
