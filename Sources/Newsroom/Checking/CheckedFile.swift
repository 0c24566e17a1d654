internal import Archive
internal import Context
internal import Draft
internal import Foundation
internal import Markdown
internal import Newsletter
internal import Settings

/// A file that the user wants to check.
struct CheckedFile: Sendable {
    /// The path by which the file can be opened, and which findings show.
    var path: String
    var bytes: [UInt8]
}

/// Finds the files to check from the paths that the user typed.
struct CheckedFiles {
    private let session: DraftSession
    private var known: Set<FileStatus> = []
    private(set) var files: [CheckedFile] = []
    /// The files and folders that couldn't be read.
    private(set) var faults: [Diagnostic] = []

    /// - Parameter paths: files, and folders with issues; empty for the working draft.
    /// - Throws: ``Diagnostic``, ``Diagnostics`` or ``FileError`` if there is no working draft.
    init(_ paths: [String], _ session: DraftSession) throws {
        self.session = session
        guard !paths.isEmpty else {
            let draft = try session.draft(named: nil)
            files = [CheckedFile(path: draft.path, bytes: draft.bytes)]
            return
        }
        for path in paths {
            // The path as it was typed comes first; a path from the publication's root works, too.
            let isAsTyped = path.hasPrefix("/") || session.files.status(path) != nil
            let path = isAsTyped ? path : session.location.path(path)
            if session.files.isFolder(path) {
                addIssues(below: path)
            } else if let bytes = read(path) {
                add(CheckedFile(path: path, bytes: bytes))
            }
        }
    }

    private mutating func add(_ file: CheckedFile) {
        // However it is spelt, and whichever links lead to it.
        if let status = session.files.status(file.path), !known.insert(status).inserted { return }
        files.append(file)
    }

    /// Adds the issues below a folder. A file without any of an issue's header fields, such as `README.md`, isn't an
    /// issue; nor are the publication's pages.
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
        for name in names where IssueFiles.isIssue(prefix + name) && !(whole + name).hasPrefix(pages) {
            let path = prefix + name
            guard let bytes = read(path),
                !Self.fields.isDisjoint(
                    with: HeaderReader.fields(of: SourceText(Array(bytes.prefix(Self.longestHeader)))).values.keys)
                    || isIssueWithoutHeader(bytes, path)
            else { continue }
            add(CheckedFile(path: path, bytes: bytes))
        }
    }

    /// Whether a file without a header is an issue, because the settings say where its title and its date are.
    private func isIssueWithoutHeader(_ bytes: [UInt8], _ path: String) -> Bool {
        let rules = session.publication.issueRules
        guard rules.titlePattern != nil || rules.datePattern != nil || !rules.dates.isEmpty else { return false }
        // A file that can't be read as an issue is something else, such as a README.
        return (try? IssueReader(session.publication).read(bytes, file: path, parts: [])) != nil
    }

    private static let fields: Set<String> = ["title", "number", "date"]
    /// The number of bytes at the beginning of a file in which an issue has a header field.
    private static let longestHeader = 4096

    private mutating func read(_ path: String) -> [UInt8]? {
        if let size = session.files.status(path)?.size, size > IssueReader.largestFile {
            faults.append(IssueReader.tooLarge(size, file: path))
            return nil
        }
        do throws(FileError) {
            return try session.files.read(path)
        } catch {
            faults.append(
                Diagnostic(
                    "can't read the file (\(error.reason))", remedy: "Check the file's name and permissions", file: path
                ))
            return nil
        }
    }

    private static func absolute(_ path: String) -> String { URL(filePath: path).standardizedFileURL.path }
}
