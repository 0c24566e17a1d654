import ArgumentParser
internal import Newsroom

/// The options that say where the pull requests are.
struct PullRequestChoice: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Use branches of this clone as pull requests, such as 'pr/*'. (default: the pull requests on the forge)",
            valueName: "pattern"))
    var branches: String?

    @Option(help: ArgumentHelp("The name of the remote that has the publication's repository.", valueName: "name"))
    var remote = "origin"

    var origin: PullRequestOrigin { branches.map { .branches($0) } ?? .forge(remote: remote) }
}

/// The options for the pull requests that a command works on.
struct PullRequestNames: ParsableArguments {
    @Option(help: ArgumentHelp("Use only these pull requests, separated by commas.", valueName: "pulls"))
    var only: String?

    @Option(help: ArgumentHelp("Use all pull requests except these, separated by commas.", valueName: "pulls"))
    var except: String?

    var selection: PullRequestSelection {
        PullRequestSelection(only: Self.names(only), except: Self.names(except))
    }

    static func names(_ text: String?) -> Set<String> {
        Set((text ?? "").split { $0 == "," || $0 == " " }.map(String.init))
    }
}

/// Options that have become commands.
struct ReplacedIntakeOptions: ParsableArguments {
    @Flag(help: .hidden)
    var commit = false

    @Option(help: .hidden)
    var update: String?

    func validate() throws {
        if commit { throw ValidationError("'intake --commit' is now 'sennight intake commit'.") }
        if let update { throw ValidationError("'intake --update' is now 'sennight intake update \(update)'.") }
    }
}
