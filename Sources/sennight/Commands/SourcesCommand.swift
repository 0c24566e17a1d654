import ArgumentParser
internal import Newsroom
internal import Text

struct SourcesCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "sources", abstract: "List the sources, when each was last collected, and what it returned.")

    @OptionGroup var publication: PublicationOptions

    func run(_ session: DraftSession) async throws -> Outcome {
        let rows = try SourceOverview(session).rows
        let width = rows.map(\.name.count).max() ?? 0
        for row in rows {
            let name = row.name + String(repeating: " ", count: width - row.name.count)
            guard let state = row.state else {
                Terminal.print("\(name)  never collected")
                continue
            }
            Terminal.print("\(name)  \(SourceState.moment(state.run)) UTC  \(state.count)")
            for fault in state.faults { Terminal.print("\(String(repeating: " ", count: width))  \(fault)") }
        }
        return .success
    }
}
