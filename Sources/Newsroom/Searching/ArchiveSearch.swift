internal import Archive
internal import Context
internal import Newsletter
package import Search
internal import Settings
package import Text

/// Searches the archive, with the results that readers get on the site.
package struct ArchiveSearch: Sendable {
    package let results: SearchResults
    private let address: SiteAddress

    /// - Parameters:
    ///   - text: in the query language of `FORMAT.md`.
    ///   - limit: the maximum number of hits to show.
    /// - Throws: errors of reading the archive; a ``Diagnostic`` if the query has nothing to search for.
    package init(_ session: DraftSession, for text: String, limit: Int, order: SearchIndex.Order) async throws {
        let query = QueryParser.query(text)
        guard !query.isEmpty else {
            throw Diagnostic(
                "the query has no word to search for",
                remedy: "Write a word, or a filter such as site:github.com or year:2024")
        }
        let archive = try await session.archive()
        address = SiteAddress(session.publication)
        guard let index = await session.searchIndex(of: archive) else { throw Self.damaged }
        do throws(DamagedIndex) {
            results = try index.results(of: query, limit: limit, order: order)
        } catch {
            throw Self.damaged
        }
    }

    private static let damaged = Diagnostic(
        "the search index can't be read", remedy: "Remove the folder .sennight/cache and search again")

    /// A hit's URL: its link, or its position on the issue's page if it has no link.
    package func url(of hit: SearchHit) -> String { hit.url.isEmpty ? address.url(hit.path) : hit.url }

    /// The hits for people, with two lines for each.
    package var text: PrintableText {
        var text: PrintableText = ""
        for (index, hit) in results.hits.enumerated() {
            let issue = hit.number.map { "\(hit.date) #\($0)" } ?? hit.date
            text += "\(index + 1). \(hit.title)\n   \(url(of: hit)) (\(issue), \(hit.section))\n"
        }
        return text
    }

    /// The hits as JSON for programs, in a stable schema.
    package var json: JSONText {
        .object([
            ("total", .number(results.total)),
            ("matches_any", .flag(results.matchesAny)),
            (
                "hits",
                .list(
                    results.hits.map { hit in
                        .object([
                            ("title", .text(hit.title)), ("url", .text(url(of: hit))), ("section", .text(hit.section)),
                            ("issue", hit.number.map { .number($0) } ?? .null), ("date", .text(hit.date)),
                            ("position", .text(address.url(hit.path))), ("record", .number(hit.record)),
                            ("score", .number(hit.score)),
                        ])
                    })
            ),
        ])
    }
}

extension DraftSession {
    /// The search index of the archive, which is kept between runs.
    ///
    /// - Returns: nil only where a new index can't be read, which would be a defect.
    func searchIndex(of archive: ArchiveIndex) async -> SearchIndex? {
        await SearchCache(files: files, path: location.cache("search", files), basis: basis)
            .container(
                of: archive, address: SiteAddress(publication), language: publication.language,
                jobs: context.environment.processors
            )
            .flatMap { SearchIndex($0) }
    }
}
