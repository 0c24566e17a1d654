@testable import Markdown

/// The line scanner must find the headings, fences, thematic breaks, paragraphs, tables and definitions that the parser
/// finds outside of lists and quotations.
struct FuzzLines: FuzzTarget {
    func test(_ bytes: [UInt8]) {
        // As for an issue that is read.
        guard TextValidation.firstFault(in: bytes) == nil,
            ParserLimits.excess(in: SourceText(bytes), fromLine: 1, file: "fuzz.md") == nil
        else { return }
        if let dispute = BlockOutline.dispute(about: bytes) { fatalError(dispute) }
        if let label = DefinitionComparison.disputed(in: bytes).first {
            fatalError("scanner and parser differ on the definition of '\(label)'")
        }
    }
}
