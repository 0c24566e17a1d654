package import Context
internal import Newsletter

/// The corrections of all issues.
package struct Corrections: Sendable {
    /// By the path of the log, from the publication's root.
    private var logs: [String: CorrectionLog] = [:]

    /// Reads the logs of a publication.
    ///
    /// - Parameter root: converts a path from the publication's root into one that can be opened.
    /// - Throws: ``Diagnostics`` with the first fault of each log; ``FileError`` if a log can't be read.
    package init(_ files: Files, root: (_ relative: String) -> String) throws {
        var faults: [Diagnostic] = []
        for file in try files.list(root(CorrectionLog.folder)) where file.path.hasSuffix(".jsonl") {
            let path = "\(CorrectionLog.folder)/\(file.path)"
            let bytes = try files.read(root(path))
            do throws(Diagnostic) {
                logs[path] = try CorrectionLog(bytes, file: path)
            } catch {
                faults.append(error)
            }
        }
        guard faults.isEmpty else { throw Diagnostics(faults) }
    }

    /// The corrections of an issue; nil if there are none.
    package func log(ofIssue number: Int?, file: String) -> CorrectionLog? {
        guard !logs.isEmpty else { return nil }
        let log = logs[CorrectionLog.path(ofIssue: number, file: file)]
        return log?.all.isEmpty == true ? nil : log
    }
}
