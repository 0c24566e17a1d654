package import Newsletter
package import Text

/// What a person should know beside a use case's result, as it happens.
package enum Notice: Sendable, PrintableTextConvertible {
    /// A fault that doesn't keep the work from being done.
    case fault(Diagnostic)
    /// Files that version 0.1 kept in the program's folder, at their new paths.
    case moved([String])
    /// An interrupted command, by what was typed, that has now been completed.
    case completed(command: String)
    /// An interrupted command that can't be completed, as a file has changed since.
    case abandoned(command: String, file: String)
    /// Others decided on so many candidates while a person chose.
    case decidedMeanwhile(Int)
    /// Where a link goes, with what the guess is based on.
    case suggestedSection(String, reasons: [String])
    /// A source is done: its name, and what it returned.
    case collected(source: String, outcome: String)
    /// What was fixed in a file, in a line.
    case fixed(String)
    /// A secret, by its name, whose file can't be read.
    case unreadableSecret(name: String, fault: String)

    package var printableText: PrintableText {
        switch self {
        case .fault(let fault): "\(fault)"
        case .moved(let paths):
            "Moved to the publication's root, where git sees them; commit: \(paths.joined(separator: ", "))"
        case .completed(let command): "'\(command)' was interrupted; it has now been completed."
        case .abandoned(let command, let file):
            "\(Diagnostic("this file was changed after '\(command)' was interrupted, so that command stays incomplete", remedy: "Run that command again", file: file, severity: .warning))"
        case .decidedMeanwhile(let count): "\(count) were decided on by somebody else in the meantime."
        case .suggestedSection(let section, let reasons):
            "Section: \(section), by \(reasons.joined(separator: ", ")); choose another with --section."
        case .collected(let source, let outcome): "\(source): \(outcome)"
        case .fixed(let line): "\(line)"
        case .unreadableSecret(let name, let fault): "\(name): \(fault)"
        }
    }
}
