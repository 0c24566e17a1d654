/// What one build keeps for the next in the same process, so that a small change is built quickly.
package struct BuildCache: Sendable {
    /// Nil before the first build.
    var summaries: IssueSummaryCache?
    var theme: Theme?
    var templateCache: TemplateCache?
    var kept = IssueLibrary.Kept()

    package init() {}

    /// The texts of the theme's templates used in the last build.
    package var templateTexts: [String] { theme.map { Array($0.templates.values) } ?? [] }
}
