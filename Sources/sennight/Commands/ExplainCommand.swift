import ArgumentParser
internal import Check
internal import Newsletter
internal import Text

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Tell what a check finds, why it matters and what to do.",
        discussion: "Without a name it lists all checks.")

    @Argument(help: "The check's name, as it stands in brackets behind a finding.", completion: .list(CheckNames.all))
    var id: String?

    func run() throws {
        guard let id else {
            let width = CheckNames.all.map(\.count).max() ?? 0
            for id in CheckNames.all {
                let first = CheckNames.page(of: id)?.split(separator: "\n\n", maxSplits: 1).first ?? ""
                Terminal.print("\(id + String(repeating: " ", count: width - id.count + 2) + first)")
            }
            return
        }
        if let fault = CheckNames.fault(of: id) { throw Diagnostic(fault.summary, remedy: fault.remedy) }
        Terminal.print("\(id)\n\n\(lines: CheckNames.page(of: id) ?? "")")
    }
}
