internal import Markdown
internal import Newsletter

/// One rule. A new one is a file in this folder, a line in ``allChecks`` and a test.
///
/// The type's doc comment is its page: its first paragraph says what is found, the rest why and what to do about it.
package protocol Check: Sendable {
    init()

    /// Names what is wrong, in lower case with hyphens; the type's and the file's name say the same.
    static var id: String { get }
    static var severity: Finding.Severity { get }

    func findings(in document: Document, _ surroundings: Surroundings) -> [Finding]
}

extension Check {
    /// A finding of this check; its severity is the check's own unless another is named.
    func finding(
        _ summary: String, at range: Range<Int>, in document: Document, explanation: String,
        severity: Finding.Severity? = nil, notes: [Finding.Note] = [], fixes: [Fix] = []
    ) -> Finding {
        Finding(
            id: Self.id, severity: severity ?? Self.severity, file: document.file,
            range: document.source.range(range), summary: summary, explanation: explanation, notes: notes, fixes: fixes)
    }
}

/// Every check, in alphabetical order; a test compares the list with the folder.
package let allChecks: [any Check.Type] = [
    BulletWithoutSpace.self,
    DuplicateLink.self,
    EmptyLinkText.self,
    HeadingLevel.self,
    IndentedHeading.self,
    MalformedURL.self,
    OddBackticks.self,
    PaddedLinkText.self,
    PlaceholderLeft.self,
    SimplifiableURL.self,
    SplitLink.self,
    TrackingParameter.self,
    TruncatedText.self,
    UnbalancedLinkText.self,
    UndefinedReference.self,
    UnescapedTag.self,
    UnusedDefinition.self,
    UnusualScheme.self,
    URLAsText.self,
    VagueLinkText.self,
]
