import ArgumentParser
internal import Archive
internal import Draft
internal import Newsletter
internal import Text

struct CandidatesCommand: AsyncParsableCommand, PublicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "candidates", abstract: "List what waits for an editor's word, the likeliest first.")

    enum Format: String, ExpressibleByArgument, CaseIterable, Sendable {
        case text, json
    }

    @OptionGroup var publication: PublicationOptions
    @OptionGroup var choice: DraftChoice

    @Option(help: "Only those of a section, by its heading or kind; may be given more than once.")
    var section: [String] = []

    @Option(help: "How to show it.")
    var format = Format.text

    func run() async throws {
        let session = try DraftSession(publication.location)
        let draft = try session.draft(named: choice.draft)
        let waiting = try WaitingCandidates(
            session, draft: draft, memory: try session.decisions(on: draft), archive: try await session.archive(),
            sections: SectionChoice(section))
        switch format {
        case .text:
            var heading: String?
            for row in waiting.rows {
                let own = row.candidate.section ?? row.candidate.kind.rawValue
                if own != heading { Terminal.print((heading == nil ? "" : "\n") + "\(own)") }
                heading = own
                Terminal.print("  \(row.isProposed ? "+" : " ") \(row.candidate.title)")
                let beside = [row.candidate.url ?? "", row.reason].filter { !$0.isEmpty }.joined(separator: "  ")
                if !beside.isEmpty { Terminal.print("      \(beside)") }
            }
            if !waiting.endings.isEmpty { Terminal.print((heading == nil ? "" : "\n") + "Ended") }
            for ending in waiting.endings {
                Terminal.print("    \(ending.outcome.rawValue): \(ending.title)\n      \(ending.url)")
            }
            Terminal.say("\(waiting.rows.count) candidates wait.")
        case .json:
            let list = waiting.rows.map { row -> JSONText in
                .object([
                    ("identity", .text(row.candidate.identity)), ("source", .text(row.candidate.source)),
                    ("kind", .text(row.candidate.kind.rawValue)), ("section", .optional(row.candidate.section)),
                    ("title", .text(row.candidate.title)), ("url", .optional(row.candidate.url)),
                    ("proposed", .flag(row.isProposed)), ("reason", .text(row.reason)),
                ])
            }
            Terminal.print(PrintableText(.list(list)))
        }
    }
}
