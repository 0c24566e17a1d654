internal import Mustache
internal import Newsletter

/// Says what the template library found wrong.
enum TemplateFault {
    static func diagnostic(of error: any Error, file: String) -> Diagnostic {
        guard let error = error as? MustacheTemplate.ParserError else {
            return Diagnostic("the template cannot be read", remedy: "Mend it", file: file)
        }
        let (summary, remedy) = words(for: error.error as? MustacheTemplate.Error)
        return Diagnostic(
            summary, remedy: remedy, file: file,
            at: SourceLocation(line: error.context.lineNumber, column: error.context.columnNumber))
    }

    private static func words(for error: MustacheTemplate.Error?) -> (summary: String, remedy: String) {
        switch error {
        case .expectedSectionEnd: ("a section is not closed", "Write '{{/name}}' behind it")
        case .sectionCloseNameIncorrect:
            ("this does not close the section that is open", "Write the name of the section that began last")
        case .unfinishedName: ("a tag is not closed", "Write '}}' behind it")
        case .invalidSetDelimiter: ("these are no delimiters", "Write them as '{{=<% %>=}}'")
        default: ("the template cannot be read", "Mend the tag")
        }
    }
}
