package import Context
internal import Markdown
package import Newsletter

/// The draft of an issue in one state, read; editing gives the next state.
package struct WorkingDraft: Sendable {
    /// As messages name it: from the publication's root, or as a person typed it.
    package private(set) var file: String
    /// As it can be opened.
    package private(set) var path: String
    package private(set) var bytes: [UInt8]
    package private(set) var issue: Issue
    let source: SourceText
    let rules: SectionRules

    /// - Parameter path: as it can be opened, where that differs from its name.
    /// - Throws: ``Diagnostics`` where the file is no issue.
    package init(
        _ bytes: [UInt8], file: String, path: String? = nil, rules: SectionRules
    ) throws(Diagnostics) {
        self.file = file
        self.path = path ?? file
        self.bytes = bytes
        self.rules = rules
        issue = try IssueReader(rules: rules).read(bytes, file: file).issue
        source = SourceText(bytes)
    }

    /// The same draft with other text.
    ///
    /// - Throws: as ``init(_:file:path:rules:)``.
    func with(_ bytes: [UInt8]) throws(Diagnostics) -> WorkingDraft {
        try WorkingDraft(bytes, file: file, path: path, rules: rules)
    }

    /// Finds the draft that the editors are working on: the one with the latest date.
    ///
    /// - Parameters:
    ///   - named: a path, where a person chose one.
    ///   - root: turns a path from the publication's root into one that can be opened.
    /// - Throws: a ``Diagnostic`` where there is none, ``Diagnostics`` where one of them is meant as an issue but is
    ///   none, ``FileError``.
    package static func find(
        _ files: Files, publication: Publication, named: String? = nil, root: (_ relative: String) -> String
    ) throws -> WorkingDraft {
        let rules = SectionRules(publication.sections)
        if let named {
            // A path as the person typed it comes first; one from the publication's root is as good.
            let path = files.status(named) != nil ? named : root(named)
            let place = DraftPlace(files: files, drafts: root(publication.folders.drafts))
            if let fault = place.fault(of: path, named: named, issues: root(publication.folders.issues)) { throw fault }
            return try WorkingDraft(try files.read(path), file: named, path: path, rules: rules)
        }
        let drafts = try all(files, in: publication.folders.drafts, rules: rules, root: root)
        if let newest = drafts.max(by: { $0.issue.header.date < $1.issue.header.date }) { return newest }
        if let empty = try paths(files, in: publication.folders.drafts, root: root).first(where: { file in
            try files.read(root(file)).allSatisfy { $0 <= 0x20 }
        }) {
            throw Diagnostic(
                "this draft is empty", remedy: "Restore it, or remove it and create it again with 'sennight draft'",
                file: root(empty))
        }
        throw Diagnostic(
            "no draft found", remedy: "Create one with 'sennight draft'", file: root(publication.folders.drafts))
    }

    /// Every draft in the folder; what has no title, such as a `README.md`, is none.
    ///
    /// - Throws: as ``find(_:publication:named:root:)``: the newest draft may be the one that cannot be read.
    package static func all(
        _ files: Files, in folder: String, rules: SectionRules, root: (_ relative: String) -> String
    ) throws -> [WorkingDraft] {
        try paths(files, in: folder, root: root).compactMap { file in
            let bytes = try files.read(root(file))
            guard HeaderReader.fields(of: SourceText(bytes)).values["title"] != nil else { return nil }
            return try WorkingDraft(bytes, file: file, path: root(file), rules: rules)
        }
    }

    /// Of everything in the folder that may be a draft, by its name, from the publication's root.
    private static func paths(
        _ files: Files, in folder: String, root: (_ relative: String) -> String
    ) throws -> [String] {
        try files.list(root(folder)).map(\.path).filter { $0.hasSuffix(".md") || $0.hasSuffix(".markdown") }
            .map { "\(folder)/\($0)" }
    }
}
