import ArgumentParser
internal import Newsroom
internal import Text

struct PublishDeployCommand: PublishingCommand {
    static let configuration = CommandConfiguration(
        commandName: "deploy", abstract: "Deploy the site as it is now, such as after a correction, and verify it.")

    @OptionGroup var publication: PublicationOptions

    @Flag(help: "Do it.")
    var yes = false

    func run(_ publishing: Publishing) async throws -> Outcome {
        let deployment = SiteDeployment(publishing)
        guard yes else {
            for change in try await deployment.plan() { Terminal.print("\(change)") }
            Terminal.say("Nothing was done. To deploy, add --yes.")
            return .success
        }
        for line in try await deployment.run() { Terminal.print("\(line)") }
        return .success
    }
}
