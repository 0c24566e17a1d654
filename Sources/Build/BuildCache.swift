internal import Search

/// What one build keeps for the next in the same process, so that a small change is built quickly.
package struct BuildCache: Sendable {
    /// Nil before the first build.
    var summaries: IssueSummaryCache?
    var theme: Theme?
    var templateCache: TemplateCache?
    var kept = IssueLibrary.Kept()
    var search: SearchContainer?
    /// Whether the search index is older than the issues: `serve` shows a change first.
    package internal(set) var hasOldSearch = false

    /// Has the next build make the search index anew.
    package mutating func renewSearch() { (search, hasOldSearch) = (nil, false) }

    package init() {}

    /// The texts of the theme's templates used in the last build.
    package var templateTexts: [String] { theme.map { Array($0.templates.values) } ?? [] }
}
