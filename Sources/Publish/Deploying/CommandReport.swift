internal import Context
internal import Text

/// What the user's own program has reported: its exit status, and texts for people.
struct CommandReport: Sendable {
    /// The exit statuses with a meaning, besides 0; the last is `EX_TEMPFAIL` (sysexits(3)).
    static let absent = 3
    static let unknown = 4
    static let tryAgain = 75

    let program: String
    let status: Int
    /// The lines of standard output that aren't facts.
    let lines: [String]
    /// The facts in the last lines of standard output, such as `url=https://example.org/`.
    let facts: [String: String]
    private let errors: String

    init(program: String, _ output: ProgramOutput) {
        self.program = program
        status = output.status
        errors = output.standardError
        var lines = String(decoding: output.output, as: UTF8.self).split(whereSeparator: \.isNewline).map(String.init)
        var facts: [String: String] = [:]
        while let last = lines.last, let (name, value) = Self.fact(last) {
            facts[name] = value
            lines.removeLast()
        }
        self.lines = lines
        self.facts = facts
    }

    private static func fact(_ line: String) -> (String, String)? {
        guard let equals = line.firstIndex(of: "="), equals > line.startIndex,
            line[..<equals].utf8.allSatisfy({ 0x61...0x7A ~= $0 || $0 == UInt8(ascii: "-") })
        else { return nil }
        return (String(line[..<equals]), String(line[line.index(after: equals)...]))
    }

    var result: StepResult {
        StepResult(lines.last ?? facts["url"] ?? "\(program) has deployed the site", url: facts["url"], facts: facts)
    }

    /// What is wrong, with the last line of what the program wrote about it.
    var complaint: String {
        let said = errors.split(whereSeparator: \.isNewline).last { !$0.allSatisfy(\.isWhitespace) } ?? lines.last?[...]
        return "\(program) failed with exit status \(status)" + (said.map { ": \($0)" } ?? "")
    }

    func fault(effect: StepFault.Effect) -> StepFault {
        if status == Self.tryAgain {
            return StepFault(complaint, remedy: "Try again later", effect: effect, retryAfter: 60)
        }
        return StepFault(complaint, remedy: "Fix what it reports, then run 'sennight publish' again", effect: effect)
    }
}
