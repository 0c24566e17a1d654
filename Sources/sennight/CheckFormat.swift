import ArgumentParser
internal import Newsroom
internal import Text

/// The format in which findings are printed.
enum CheckFormat: String, ExpressibleByArgument, CaseIterable, Sendable {
    case text, json, github, sarif
}

extension CheckOutcome {
    func print(as format: CheckFormat, color: ColorChoice) {
        if let links {
            let words = links.requested == 1 ? "link" : "links"
            Terminal.say("\(links.requested) \(words) requested, \(links.remembered) remembered from an earlier run.")
        }
        let report: Format =
            switch format {
            case .text: .text(isColored: color.isWanted(on: .results))
            case .json: .json
            case .github: .github
            case .sarif: .sarif(version: Program.version)
            }
        Terminal.print(self.report(report), endsLine: false, hasCommands: format == .github)
        Terminal.say(
            "\(files) \(files == 1 ? "file" : "files") checked, found \(counts)"
                + (fixable == 0 ? "." : "; --fix fixes \(fixable)."))
        for fault in faults + notices { Terminal.say("\(fault)") }
    }
}
