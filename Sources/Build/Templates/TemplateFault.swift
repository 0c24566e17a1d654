internal import Mustache
internal import Newsletter

/// Translates the template library's errors into diagnostics.
enum TemplateFault {
    static func diagnostic(of error: any Error, file: String) -> Diagnostic {
        guard let error = error as? MustacheTemplate.ParserError else {
            return Diagnostic("the template can't be read", remedy: "Correct its tags", file: file)
        }
        let (summary, remedy) = words(for: error.error as? MustacheTemplate.Error)
        return Diagnostic(
            summary, remedy: remedy, file: file,
            at: SourceLocation(line: error.context.lineNumber, column: error.context.columnNumber))
    }

    private static func words(for error: MustacheTemplate.Error?) -> (summary: String, remedy: String) {
        switch error {
        case .expectedSectionEnd: ("a section isn't closed", "Write '{{/name}}' after it")
        case .sectionCloseNameIncorrect:
            (
                "the end tag doesn't close the section that was opened last",
                "Write the name of the section that was opened last"
            )
        case .unfinishedName: ("a tag isn't closed", "Write '}}' after it")
        case .invalidSetDelimiter: ("the delimiters are invalid", "Write the new delimiters as in '{{=<% %>=}}'")
        default: ("the template can't be read", "Fix the tag")
        }
    }
}
