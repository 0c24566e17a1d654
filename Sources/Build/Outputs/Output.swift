package import Context

/// A type of file that a build generates, such as the page of an issue or a feed. To add one, add a file in this
/// folder, a line in ``allOutputs`` and a test.
package protocol Output: Sendable {
    init()

    /// The files generated from a site, each with everything that it depends on; rendering happens later.
    func products(of site: Site) throws -> [Product]
}

/// All outputs in alphabetical order; a test compares the list with the folder.
package let allOutputs: [any Output.Type] = [
    AliasPages.self,
    ArchivePage.self,
    AtomFeeds.self,
    CategoryPages.self,
    EventCalendars.self,
    EventsPage.self,
    HomePages.self,
    Icon.self,
    Images.self,
    IssueAttachments.self,
    IssueNumberPages.self,
    IssuePages.self,
    JSONFeed.self,
    LatestPage.self,
    NotFoundPage.self,
    RedirectPages.self,
    Robots.self,
    RSSFeeds.self,
    SearchPages.self,
    Sitemap.self,
    StandalonePages.self,
    StaticFiles.self,
    StyleSheet.self,
    YearPages.self,
]
