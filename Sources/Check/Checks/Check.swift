internal import Markdown
internal import Newsletter

/// A rule for issues. To add one, add a file in this folder, a line in ``allChecks`` and a test.
///
/// The type's doc comment is its page in `sennight explain`: the first paragraph says what is reported, the rest why
/// and what to do about it.
package protocol Check: Sendable {
    init()

    /// The name of the problem, in lower case with hyphens; the names of the type and the file are the same.
    static var id: String { get }
    static var severity: Finding.Severity { get }

    func findings(in document: Document, _ context: CheckContext) -> [Finding]
}

extension Check {
    /// A finding of this check, with the check's own severity unless another one is given.
    func finding(
        _ summary: String, at range: Range<Int>, in document: Document, explanation: String,
        severity: Finding.Severity? = nil, notes: [Finding.Note] = [], fixes: [Fix] = []
    ) -> Finding {
        Finding(
            id: Self.id, severity: severity ?? Self.severity, file: document.file,
            range: document.source.range(range), summary: summary, explanation: explanation, notes: notes, fixes: fixes)
    }
}

/// All checks in alphabetical order; a test compares the list with the folder.
package let allChecks: [any Check.Type] = [
    BackslashInCode.self,
    BareURL.self,
    BoilerplateDiffers.self,
    BracketsInURL.self,
    BrokenList.self,
    BulletWithoutSpace.self,
    ClosedCall.self,
    ConflictMarkerLeft.self,
    DoubledWord.self,
    DuplicateLink.self,
    DuplicateSection.self,
    EmptyLinkText.self,
    EmptySection.self,
    EventOrder.self,
    EventOutsideWindow.self,
    EventPast.self,
    EventPlaceDiffers.self,
    EventRegion.self,
    EventTwice.self,
    EventWithoutPlace.self,
    EventWithoutTitle.self,
    FileNameAsText.self,
    GarbledText.self,
    HeadingLevel.self,
    HeadingWithoutSpace.self,
    HouseRule.self,
    ImpossibleDate.self,
    IndentedHeading.self,
    IssueDate.self,
    IssueLength.self,
    IssueNumber.self,
    IssueTitle.self,
    LinkInsteadOfHeading.self,
    ListIndentation.self,
    ListMarker.self,
    MailLength.self,
    MalformedURL.self,
    MisplacedBrackets.self,
    MissingBlankLine.self,
    MissingLanguageTag.self,
    MissingSpace.self,
    MissingTag.self,
    MissingTarget.self,
    MisspeltName.self,
    MisspeltSection.self,
    NameDiffersFromURL.self,
    NoneBesideEntries.self,
    OddBackticks.self,
    PaddedLinkText.self,
    PlaceholderLeft.self,
    PullRequestCount.self,
    PullRequestRange.self,
    RepeatedPick.self,
    SelfLink.self,
    SimilarTitle.self,
    SimplifiableURL.self,
    SiteNameInTitle.self,
    SplitLink.self,
    SubscriptionHost.self,
    TagOrder.self,
    TemplateComment.self,
    TemplateTagLeft.self,
    TextOutsideComment.self,
    TitleDiffersFromURL.self,
    TooManyOfOne.self,
    TrackingParameter.self,
    TruncatedText.self,
    UnbalancedEmphasis.self,
    UnbalancedLinkText.self,
    UnchangedGreeting.self,
    UnclosedBlock.self,
    UndefinedReference.self,
    UnescapedTag.self,
    UnfinishedSentence.self,
    UnknownCheck.self,
    UnknownPlaceCode.self,
    UnknownTag.self,
    UnknownTimeZone.self,
    UnusedDefinition.self,
    UnusualScheme.self,
    URLAsText.self,
    VagueLinkText.self,
    VirtualInRegion.self,
    WeekdayMismatch.self,
    YearOff.self,
]
