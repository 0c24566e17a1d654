internal import Newsletter
internal import Text

/// What can be wrong with a list of subscribers.
extension Diagnostic {
    static func undecodableList(_ file: String) -> Diagnostic {
        Diagnostic("the list is in an encoding that can't be read", remedy: "Save it as UTF-8", file: file)
    }

    static func noAddresses(_ file: String, line: Int) -> Diagnostic {
        Diagnostic(
            "line \(line), the first with content, has neither a mail address nor the name of a column for them",
            remedy: "Name the column 'email' and write one row for each person", file: file)
    }

    static func emptyList(_ file: String) -> Diagnostic {
        Diagnostic("the list is empty", remedy: "Export it again", file: file)
    }

    static func uselessList(_ report: ImportReport) -> Diagnostic {
        let reason = report.refusals.first.map { ": in most rows, \($0.reason)" } ?? ""
        return Diagnostic(
            report.rows == 1
                ? "the only row can't be imported\(reason)"
                : "none of the \(report.rows) rows can be imported\(reason)",
            remedy: "Check that the file is a list of subscribers; nothing was changed", file: report.file)
    }

    static func brokenList(_ file: String, _ fault: CSVReader.Fault) -> Diagnostic {
        switch fault {
        case .rowTooLong(let line):
            Diagnostic(
                "line \(line) begins a row of more than 1 MiB",
                remedy: "A quotation mark is missing there; nothing was changed",
                file: file)
        case .quotationNotClosed(let line):
            Diagnostic(
                "the quotation in the row that begins in line \(line) doesn't end",
                remedy: "Add the missing quotation mark; nothing was changed", file: file)
        case .binary(let line):
            Diagnostic(
                "line \(line) contains a NUL byte, so the file isn't a list",
                remedy: "Save it as comma-separated values in UTF-8; nothing was changed", file: file)
        }
    }
}
