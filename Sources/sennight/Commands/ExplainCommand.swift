import ArgumentParser
internal import Newsroom
internal import Text

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Explain what a check finds, why it matters and what to do.",
        discussion: "Without a name, all checks are listed.")

    @Argument(
        help: "The check's name, shown in brackets after a finding.", completion: .list(CheckCatalog.names))
    var id: String?

    func run() throws {
        if let id { return Terminal.print("\(id)\n\n\(lines: try CheckCatalog.page(of: id))") }
        let width = CheckCatalog.names.map(\.count).max() ?? 0
        for id in CheckCatalog.names {
            Terminal.print("\(id + String(repeating: " ", count: width - id.count + 2) + CheckCatalog.summary(of: id))")
        }
    }
}
