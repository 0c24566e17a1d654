package import Context
internal import Markdown
package import Newsletter
package import Settings
package import Text

/// Reads issues for `sennight inspect`, which shows their sections and typed entries.
package struct Inspection {
    private let files: Files
    private let reader: IssueReader
    private let category: String?

    /// - Throws: ``InvalidSettings``; a ``Diagnostic`` if there are no settings.
    package init(_ location: PublicationLocation, context: Context) throws {
        let publication = try location.open(context.files).publication
        files = context.files
        reader = IssueReader(rules: SectionRules(publication))
        category = publication.category
    }

    /// - Throws: ``Diagnostics`` with all faults, if the file isn't an issue.
    package func issue(_ file: String) throws(Diagnostics) -> Issue {
        if let status = files.status(file), status.size > IssueReader.largestFile {
            throw Diagnostics([IssueReader.tooLarge(status.size, file: file)])
        }
        let bytes: [UInt8]
        do throws(FileError) {
            bytes = try files.read(file)
        } catch {
            throw Diagnostics([
                Diagnostic(
                    "can't read the file (\(error.reason))", remedy: "Check the file's name and permissions", file: file
                )
            ])
        }
        var issue = try reader.read(bytes, file: file).issue
        issue.header.category = issue.header.category ?? category
        return issue
    }

    /// An issue as a tree for people.
    package static func text(of issue: Issue) -> PrintableText { IssueTree.text(of: issue) }

    /// An issue as JSON for programs, in a stable schema.
    package static func json(of issue: Issue) -> JSONText { IssueJSON.json(of: issue) }
}
