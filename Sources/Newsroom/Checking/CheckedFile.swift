internal import Archive
internal import Context
internal import Draft
internal import Foundation
internal import Markdown
internal import Newsletter
internal import Settings

/// A file that the user wants to check. It is read when its turn comes, so that only a few files are in memory.
struct CheckedFile: Sendable {
    /// The path by which the file can be opened, and which findings show.
    var path: String
    /// Whether the user asked for this file, and not only for its folder.
    var isNamed: Bool
    /// Whether the settings hold the file back: in a folder, only faults of its header are reported then.
    var isHeldBack = false
    /// The file's content if it was read already, or is about to be written.
    var known: [UInt8]?

    /// The file's content; nil for a file in a folder that isn't an issue.
    ///
    /// - Parameter reader: the publication's, which takes longer to make than to use here.
    /// - Throws: ``Diagnostics`` if it can't be read.
    func bytes(_ files: Files, _ rules: IssueRules, _ reader: IssueReader) throws(Diagnostics) -> [UInt8]? {
        if let known { return known }
        if let size = files.status(path)?.size, size > IssueReader.largestFile {
            throw Diagnostics([IssueReader.tooLarge(size, file: path)])
        }
        let bytes: [UInt8]
        do throws(FileError) {
            bytes = try files.read(path)
        } catch {
            throw Diagnostics([
                Diagnostic(
                    "can't read the file (\(error.reason))", remedy: "Check the file's name and permissions", file: path
                )
            ])
        }
        if isHeldBack, !isNamed, isIssue(bytes, reader) { return nil }
        return isNamed || hasHeader(bytes, reader) || isIssueWithoutHeader(bytes, rules, reader) ? bytes : nil
    }

    /// Whether a file has any of an issue's header fields, which `README.md`, for example, has not.
    private func hasHeader(_ bytes: [UInt8], _ reader: IssueReader) -> Bool {
        let start = SourceText(Array(bytes.prefix(Self.longestHeader)))
        let fields = reader.fields(of: start)
        // Front matter that can't be decoded, or is longer, may still have lines of fields.
        let isWhole = fields.fault == nil && !fields.isUnclosed
        return !Self.fields.isDisjoint(with: (isWhole ? fields : HeaderReader.fields(of: start)).values.keys)
    }

    /// Whether a file without a header is an issue, because the settings say where its title and its date are, or its
    /// name has the date.
    private func isIssueWithoutHeader(_ bytes: [UInt8], _ rules: IssueRules, _ reader: IssueReader) -> Bool {
        guard
            rules.titlePattern != nil || rules.datePattern != nil || !rules.dates.isEmpty
                || IssueFileName(path).date != nil || IssueFileName(path).week != nil
        else { return false }
        return isIssue(bytes, reader)
    }

    private func isIssue(_ bytes: [UInt8], _ reader: IssueReader) -> Bool {
        // A file that can't be read as an issue is something else, such as a README.
        (try? reader.read(bytes, file: path, parts: [])) != nil
    }

    private static let fields: Set<String> = ["title", "number", "date"]
    /// The number of bytes at the beginning of a file in which an issue has a header field.
    private static let longestHeader = 4096
}

/// Finds the files to check from the paths that the user typed.
struct CheckedFiles {
    private let session: DraftSession
    /// The indices of the files, however their paths are spelt, and whichever links lead to them.
    private var known: [FileStatus: Int] = [:]
    private(set) var files: [CheckedFile] = []
    /// The files that don't exist, and the folders that can't be read.
    private(set) var faults: [Diagnostic] = []

    /// - Parameter paths: files, and folders with issues; empty for the working draft.
    /// - Throws: ``Diagnostic``, ``Diagnostics`` or ``FileError`` if there is no working draft.
    init(_ paths: [String], _ session: DraftSession) throws {
        self.session = session
        guard !paths.isEmpty else {
            let draft = try session.draft(named: nil)
            files = [CheckedFile(path: draft.path, isNamed: true, known: draft.bytes)]
            return
        }
        for path in paths {
            // The path as it was typed comes first; a path from the publication's root works, too.
            let isAsTyped = path.hasPrefix("/") || session.files.status(path) != nil
            let path = isAsTyped ? path : session.location.path(path)
            if session.files.isFolder(path) {
                addIssues(below: path)
            } else {
                let file = CheckedFile(path: path, isNamed: true)
                if session.files.status(path) == nil {
                    do throws(Diagnostics) {
                        let publication = session.publication
                        _ = try file.bytes(session.files, publication.issueRules, IssueReader(publication))
                    } catch {
                        faults += error.all
                    }
                } else {
                    add(file)
                }
            }
        }
    }

    private mutating func add(_ file: CheckedFile) {
        if let status = session.files.status(file.path) {
            if let index = known[status] {
                files[index].isNamed = files[index].isNamed || file.isNamed
                return
            }
            known[status] = files.count
        }
        files.append(file)
    }

    /// Adds the files below a folder that may be issues, which the publication's pages aren't.
    private mutating func addIssues(below folder: String) {
        let names: [String]
        do throws(FileError) {
            names = try session.files.list(folder).map(\.path)
        } catch {
            faults.append(
                Diagnostic(
                    "can't list the folder (\(error.reason))",
                    remedy: "Make the folder readable, or pass the paths of its files instead",
                    file: error.path))
            return
        }
        let prefix = folder == "." ? "" : folder.hasSuffix("/") ? folder : folder + "/"
        let pages = Self.absolute(session.location.path(session.publication.folders.pages)) + "/"
        let whole = Self.absolute(folder) + "/"
        let heldBack = Set(session.publication.issueRules.heldBack.map { Self.absolute(session.location.path($0)) })
        for name in names where IssueFiles.isIssue(prefix + name) && !(whole + name).hasPrefix(pages) {
            add(CheckedFile(path: prefix + name, isNamed: false, isHeldBack: heldBack.contains(whole + name)))
        }
    }

    private static func absolute(_ path: String) -> String { URL(filePath: path).standardizedFileURL.path }
}
