internal import Address
import ArgumentParser
internal import Context
internal import Draft
internal import Newsletter
internal import Settings
internal import Text

struct PointCommand: PublicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "point",
        abstract: "Say where a lasting address leads: /jobs, or /issues/N/discuss.",
        usage: "sennight point jobs URL\nsennight point NUMBER discuss URL",
        discussion: "The target goes into points.yaml at the publication's root; commit it with the issue.")

    @OptionGroup var publication: PublicationOptions

    @Argument(help: ArgumentHelp("'jobs', or an issue's number and 'discuss'; then the target.", valueName: "what"))
    var arguments: [String]

    private enum Target {
        case jobs, discuss(Int)
    }

    private func parsed() throws -> (Target, url: String) {
        if arguments.count == 2, arguments[0] == "jobs" { return (.jobs, arguments[1]) }
        if arguments.count == 3, arguments[1] == "discuss", let number = Int(arguments[0]), number > 0 {
            return (.discuss(number), arguments[2])
        }
        throw ValidationError("Write 'sennight point jobs URL' or 'sennight point 665 discuss URL'.")
    }

    func validate() throws {
        _ = try parsed()
    }

    func run() throws {
        try run(try DraftSession(publication.location))
    }

    func run(_ session: DraftSession) throws {
        let (target, url) = try parsed()
        guard LinkHost.of(url) != nil else {
            throw Diagnostic("'\(url)' is no web address", remedy: "Write it with https://")
        }
        let (files, location) = (session.files, session.location)
        try WritingTurn.take(session) {
            var points = try PointsFile.read(files, location)
            switch target {
            case .jobs: points.jobs = url
            case .discuss(let number): points.discuss[number] = url
            }
            var changes = FileChanges()
            changes.write(
                location.points, Array(PointsFile.text(of: points).utf8), over: try session.content(location.points))
            try session.apply(changes)
        }
        let settled = try location.publication(files).points
        let leads = if case .discuss(let number) = target { settled.discuss[number] } else { settled.jobs }
        if let leads, leads != url {
            Terminal.say("It still leads to \(leads): 'points:' in \(location.settings) says so, and wins.")
        }
        Terminal.print("\(location.points)")
    }
}
