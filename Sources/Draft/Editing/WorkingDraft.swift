package import Context
internal import Markdown
package import Newsletter

/// A draft at one moment; each edit returns a new value.
package struct WorkingDraft: Sendable {
    /// The path for messages: from the publication's root, or as the user typed it.
    package private(set) var file: String
    /// The path by which the file can be opened.
    package private(set) var path: String
    package private(set) var bytes: [UInt8]
    package private(set) var issue: Issue
    let source: SourceText
    let rules: SectionRules
    private let issueRules: IssueRules

    /// - Parameters:
    ///   - path: the path by which the file can be opened, if different from `file`.
    ///   - issueRules: where the title, the number and the date are.
    /// - Throws: ``Diagnostics`` if the file isn't an issue.
    package init(
        _ bytes: [UInt8], file: String, path: String? = nil, rules: SectionRules,
        issueRules: IssueRules = IssueRules()
    ) throws(Diagnostics) {
        self.file = file
        self.path = path ?? file
        self.bytes = bytes
        self.rules = rules
        self.issueRules = issueRules
        issue = try IssueReader(rules: rules, issueRules: issueRules).read(bytes, file: file).issue
        source = SourceText(bytes)
    }

    /// This draft with other text.
    ///
    /// - Throws: the errors of ``init(_:file:path:rules:issueRules:)``.
    func with(_ bytes: [UInt8]) throws(Diagnostics) -> WorkingDraft {
        try WorkingDraft(bytes, file: file, path: path, rules: rules, issueRules: issueRules)
    }

    /// Finds the draft that the editors are working on: the one with the latest date.
    ///
    /// - Parameters:
    ///   - named: the path that the user chose, if any.
    ///   - root: converts a path from the publication's root into one that can be opened.
    /// - Throws: a ``Diagnostic`` if there is no draft; ``Diagnostics`` if a draft has faults; ``FileError``.
    package static func find(
        _ files: Files, publication: Publication, named: String? = nil, root: (_ relative: String) -> String
    ) throws -> WorkingDraft {
        if let named {
            let place = DraftPlace(files: files, drafts: root(publication.folders.drafts))
            // The path as it was typed comes first; a path from the publication's root works, too, and so does the name
            // of a file in the folder of drafts, with or without its ending.
            let typed = [named, root(named)] + ["", ".md"].map { "\(place.drafts)/\(named)\($0)" }
            guard let path = typed.first(where: { files.status($0) != nil }) else {
                throw Diagnostic(
                    "there is no draft '\(named)'", remedy: "Name a file in '\(place.drafts)', or leave out --draft")
            }
            if let fault = place.fault(of: path, named: named, issues: root(publication.folders.issues)) { throw fault }
            return try WorkingDraft(
                try files.read(path), file: named, path: path, rules: SectionRules(publication),
                issueRules: publication.issueRules)
        }
        let drafts = try all(files, publication: publication, root: root)
        if let newest = drafts.max(by: { $0.issue.header.date < $1.issue.header.date }) { return newest }
        if let empty = try paths(files, in: publication.folders.drafts, root: root).first(where: { file in
            try files.read(root(file)).allSatisfy { $0 <= 0x20 }
        }) {
            throw Diagnostic(
                "this draft is empty",
                remedy: "Restore the file, or remove it and create a new draft with 'sennight draft'",
                file: root(empty))
        }
        throw Diagnostic(
            "no draft found", remedy: "Create one with 'sennight draft'", file: root(publication.folders.drafts))
    }

    /// All drafts in the folder. A file without a title, such as `README.md`, isn't a draft.
    ///
    /// - Throws: the errors of ``find(_:publication:named:root:)``: the file that can't be read may be the newest
    ///   draft.
    package static func all(
        _ files: Files, publication: Publication, root: (_ relative: String) -> String
    ) throws -> [WorkingDraft] {
        let (rules, issueRules) = (SectionRules(publication), publication.issueRules)
        return try paths(files, in: publication.folders.drafts, root: root).compactMap { file in
            let bytes = try files.read(root(file))
            guard HeaderReader.fields(of: SourceText(bytes), decoder: issueRules.frontMatter).namesTitle else {
                return nil
            }
            return try WorkingDraft(bytes, file: file, path: root(file), rules: rules, issueRules: issueRules)
        }
    }

    /// The paths, from the publication's root, of files in the folder that may be drafts according to their names.
    private static func paths(
        _ files: Files, in folder: String, root: (_ relative: String) -> String
    ) throws -> [String] {
        try files.list(root(folder)).map(\.path).filter { $0.hasSuffix(".md") || $0.hasSuffix(".markdown") }
            .map { "\(folder)/\($0)" }
    }
}
