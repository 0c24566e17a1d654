import ArgumentParser
internal import Newsroom
internal import Text

struct PublishDeployCommand: PublishingCommand {
    static let configuration = CommandConfiguration(
        commandName: "deploy", abstract: "Deploy the site as it is now, such as after a correction, and verify it.")

    @OptionGroup var publication: PublicationOptions

    @Flag(help: "Deploy; without this, only show the plan.")
    var yes = false

    func run(_ publishing: Publishing) async throws -> Outcome {
        let deployment = SiteDeployment(publishing)
        guard yes else {
            let (changes, problems) = try await deployment.plan()
            for change in changes { Terminal.print("\(change)") }
            for problem in problems { Terminal.say("error: \(problem)") }
            Terminal.say("Nothing was done. To deploy, add --yes.")
            return problems.isEmpty ? .success : .findings
        }
        for line in try await deployment.run() { Terminal.print("\(line)") }
        return .success
    }
}
