package import Context
internal import Markdown
package import Newsletter

/// The draft of an issue in one state, read; editing gives the next state.
package struct WorkingDraft: Sendable {
    /// From the publication's root.
    package var file: String
    package private(set) var bytes: [UInt8]
    package private(set) var issue: Issue
    let rules: SectionRules

    /// - Throws: ``Diagnostics`` where the file is no issue.
    package init(_ bytes: [UInt8], file: String, rules: SectionRules) throws(Diagnostics) {
        (self.file, self.bytes, self.rules) = (file, bytes, rules)
        issue = try IssueReader(rules: rules).read(bytes, file: file).issue
    }

    /// The same draft with other text.
    ///
    /// - Throws: as ``init(_:file:rules:)``.
    func with(_ bytes: [UInt8]) throws(Diagnostics) -> WorkingDraft {
        try WorkingDraft(bytes, file: file, rules: rules)
    }

    var source: SourceText { SourceText(bytes) }

    /// Finds the draft that the editors are working on: the one with the latest date.
    ///
    /// - Parameters:
    ///   - named: a path, where a person chose one.
    ///   - root: turns a path from the publication's root into one that can be opened.
    /// - Throws: a ``Diagnostic`` where there is none, ``Diagnostics`` where it is no issue, ``FileError``.
    package static func find(
        _ files: Files, publication: Publication, named: String? = nil, root: (_ relative: String) -> String
    ) throws -> WorkingDraft {
        let rules = SectionRules(publication.sections)
        if let named {
            // A path as the person typed it comes first; one from the publication's root is as good.
            let path = files.status(named) != nil ? named : root(named)
            return try WorkingDraft(try files.read(path), file: named, rules: rules)
        }
        let folder = publication.folders.drafts
        var newest: WorkingDraft?
        var fault: Diagnostics?
        for file in try files.list(root(folder)) where file.path.hasSuffix(".md") || file.path.hasSuffix(".markdown") {
            let path = "\(folder)/\(file.path)"
            do {
                let draft = try WorkingDraft(try files.read(root(path)), file: path, rules: rules)
                if newest.map({ $0.issue.header.date < draft.issue.header.date }) ?? true { newest = draft }
            } catch let error as Diagnostics {
                fault = error
            }
        }
        if let newest { return newest }
        if let fault { throw fault }
        throw Diagnostic("there is no draft", remedy: "Make one with 'sennight draft'", file: root(folder))
    }
}
