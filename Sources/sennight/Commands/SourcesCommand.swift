import ArgumentParser
internal import Collect
internal import Newsletter
internal import Settings
internal import Text

struct SourcesCommand: PublicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "sources", abstract: "Show the sources: when each was asked last, and what it brought.")

    @OptionGroup var publication: PublicationOptions

    func run() throws {
        let session = try DraftSession(publication.location)
        _ = try Collector(session.publication.sources)
        let states = SourceState.all(session)
        guard !session.publication.sources.isEmpty else {
            throw Diagnostic(
                "the publication has no sources", remedy: "Name some under 'sources:'", file: session.location.settings)
        }
        let width = session.publication.sources.map(\.name.count).max() ?? 0
        for source in session.publication.sources {
            let name = source.name + String(repeating: " ", count: width - source.name.count)
            guard let state = states[source.name] else {
                Terminal.print("\(name)  never asked")
                continue
            }
            Terminal.print("\(name)  \(SourceState.moment(state.run)) UTC  \(state.brought)")
            for fault in state.faults { Terminal.print("\(String(repeating: " ", count: width))  \(fault)") }
        }
    }
}
