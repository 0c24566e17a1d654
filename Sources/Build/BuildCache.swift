internal import Search

/// Data that a build keeps for the next build in the same process, so that a small change is built quickly.
package struct BuildCache: Sendable {
    /// The summaries of issues; nil before the first build.
    var summaries: IssueSummaryCache?
    var theme: Theme?
    var templateCache: TemplateCache?
    var kept = IssueLibrary.Kept()
    var search: SearchContainer?
    /// Whether the search index is older than the issues, because `serve` shows a change before it renews the index.
    package internal(set) var hasOldSearch = false

    /// Makes the next build renew the search index.
    package mutating func renewSearch() { (search, hasOldSearch) = (nil, false) }

    package init() {}

    /// The source of the theme's templates that the last build used.
    package var templateTexts: [String] { theme.map { Array($0.templates.values) } ?? [] }
}
