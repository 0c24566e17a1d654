package import Newsletter
package import Text

/// A message for the user while a use case is running.
package enum Notice: Sendable, PrintableTextConvertible {
    /// A fault that doesn't stop the work.
    case fault(Diagnostic)
    /// Files that version 0.1 kept in the state folder, at their new paths.
    case moved([String])
    /// An interrupted command, as the user typed it, that has now been completed.
    case completed(command: String)
    /// An interrupted command that can't be completed, because a file has changed since.
    case abandoned(command: String, file: String)
    /// How many candidates others decided on in the meantime.
    case decidedMeanwhile(Int)
    /// The section that a link goes into, and what the suggestion is based on.
    case suggestedSection(String, reasons: [String])
    /// Where an added entry, or one like it, was published before.
    case appearedBefore([EarlierAppearances.Appearance])
    /// A source is done: its name, and what it returned.
    case collected(source: String, outcome: String)
    /// Nothing is done before a time, in seconds since 1970.
    case waiting(until: Int)
    /// A line about a fix in a file.
    case fixed(String)
    /// A secret whose file can't be read.
    case unreadableSecret(name: String, fault: String)

    package var printableText: PrintableText {
        switch self {
        case .fault(let fault): "\(fault)"
        case .moved(let paths):
            "These files were moved to the publication's root, so that git can track them."
                + " Commit them: \(paths.joined(separator: ", "))"
        case .completed(let command): "'\(command)' was interrupted, and has now been completed."
        case .abandoned(let command, let file):
            "\(Diagnostic("'\(command)' was interrupted and can't be completed, because this file was changed since", remedy: "Run that command again", file: file, severity: .warning))"
        case .decidedMeanwhile(let count):
            "In the meantime, another editor has accepted or declined \(count.counted("candidate"))."
        case .waiting(let time): "Waiting until \(Timestamp.text(time)). Ctrl-C stops; the same command continues."
        case .suggestedSection(let section, let reasons):
            "Section: \(section), based on \(reasons.joined(separator: ", ")). To choose another, pass --section."
        case .appearedBefore(let appearances):
            appearances.map { "\($0)." }.joined(separator: "\n")
        case .collected(let source, let outcome): "\(source): \(outcome)"
        case .fixed(let line): "\(line)"
        case .unreadableSecret(let name, let fault): "\(name): \(fault)"
        }
    }
}
