package import Newsletter
internal import Text

/// The decisions for one issue, and the sentences with totals in its draft. Each is a line of JSON, and the lines are
/// sorted, so that git can merge the file.
package struct DecisionLog: Sendable {
    private var decisions: [String: Decision] = [:]
    private var sentencesBySection: [String: TotalSentence] = [:]

    package init() {}

    package subscript(identity: String) -> Decision? { decisions[identity] }

    /// All decisions, sorted by identity.
    package var all: [Decision] { decisions.values.sorted { $0.identity < $1.identity } }

    package mutating func remember(_ decision: Decision) {
        decisions[decision.identity] = decision
    }

    /// The sentence that the program wrote into a section.
    func sentence(in section: String) -> TotalSentence? { sentencesBySection[SectionName.key(section)] }

    mutating func remember(_ sentence: TotalSentence) {
        sentencesBySection[SectionName.key(sentence.section)] = sentence
    }

    package var isEmpty: Bool { decisions.isEmpty && sentencesBySection.isEmpty }

    /// Adds earlier decisions; those that are already in this log take precedence.
    package mutating func add(older: DecisionLog) {
        decisions.merge(older.decisions) { own, _ in own }
        sentencesBySection.merge(older.sentencesBySection) { own, _ in own }
    }

    /// The path of an issue's decisions, from the publication's root.
    package static func path(ofIssue number: Int) -> String { "decisions/\(number).jsonl" }
}

// MARK: Lines

extension DecisionLog {
    /// Reads the lines that ``bytes`` wrote. If a merge left two decisions on one candidate, a removal takes
    /// precedence. git's conflict markers are skipped.
    ///
    /// - Throws: a ``Diagnostic`` for a line that is neither a decision nor a marker.
    package init(_ bytes: [UInt8], file: String) throws(Diagnostic) {
        do throws(JSONLines.InvalidLine) {
            try JSONLines.read(DecisionLine.self, from: bytes, version: DecisionLine.version) { line in
                switch line {
                case .decision(let decision):
                    let other = decisions[decision.identity]
                    if (other?.decision.weight ?? 0) <= decision.decision.weight { remember(decision) }
                case .sentence(let sentence): remember(sentence)
                }
                return true
            }
        } catch {
            throw Diagnostic(
                error, "this line isn't a valid decision", remedy: "Remove the line, or restore the file from git",
                version: DecisionLine.version, file: file)
        }
    }

    package var bytes: [UInt8] {
        let sentences = sentencesBySection.sorted { $0.key < $1.key }.map(\.value)
        let lines = all.map { DecisionLine.decision($0) } + sentences.map { DecisionLine.sentence($0) }
        return JSONLines.bytes(of: lines.lazy.map(\.json))
    }
}
