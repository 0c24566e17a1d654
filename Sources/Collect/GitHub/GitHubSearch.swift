internal import Address
internal import Context
internal import Text

/// The results of a search in a window.
struct GitHubFound: Sendable {
    var items: [GitHubItem] = []
    /// The number of results, including those that couldn't be read.
    var count = 0
    /// Whether the count includes everything.
    var isComplete = true
    var faults: [SourceFault] = []

    static func += (left: inout GitHubFound, right: GitHubFound) {
        left.items += right.items
        left.count += right.count
        left.isComplete = left.isComplete && right.isComplete
        left.faults += right.faults
    }
}

extension GitHubClient {
    /// The maximum number of results that GitHub returns for one search
    /// (https://docs.github.com/en/rest/search/search#about-search).
    private static let mostResults = 1000

    /// All issues and pull requests that a search finds in a window, which is split as often as needed: into days, then
    /// hours, then halves.
    ///
    /// - Parameters:
    ///   - query: the search terms without the window.
    ///   - qualifier: the time that must be in the window: `merged`, `created` …
    /// - Throws: errors of the first page; errors in a part of the window are faults of the result.
    func search(
        _ query: String, by qualifier: String, in window: TimeWindow
    ) async throws(SourceFault) -> GitHubFound {
        let whole = "\(query) \(Self.condition(qualifier, window))"
        let first = try await get(Page.self, Self.path(whole, page: 1))
        let parts = window.searchParts
        let isCutShort = first.value.incomplete_results == true && window.until - window.since > 86_400
        guard first.value.total_count > Self.mostResults || isCutShort, !parts.isEmpty else {
            return await rest(of: whole, after: first)
        }
        var found = GitHubFound()
        for part in parts {
            do throws(SourceFault) {
                found += try await search(query, by: qualifier, in: part)
            } catch {
                found += GitHubFound(isComplete: false, faults: [error])
            }
        }
        return found
    }

    private func rest(of query: String, after first: JSONPage<Page>) async -> GitHubFound {
        let (total, address) = (first.value.total_count, self.address(Self.path(query, page: 1)))
        var found = GitHubFound(items: first.value.items.items, count: total, faults: first.faults)
        var number = 2
        while (number - 1) * 100 < min(total, Self.mostResults) {
            do throws(SourceFault) {
                let page = try await get(Page.self, Self.path(query, page: number))
                found.items += page.value.items.items
                found.faults += page.faults
            } catch {
                found.isComplete = false
                found.faults.append(error)
            }
            number += 1
        }
        guard found.isComplete else { return found }
        let came = found.items.count + found.faults.count
        if first.value.incomplete_results == true {
            found.isComplete = false
            found.faults.append(
                fault("is true: GitHub gave up before the end", address, "incomplete_results", "Try again later"))
        } else if came < total {
            found.isComplete = false
            found.faults.append(
                fault("is \(total), but \(came) items were returned", address, "total_count", "Try again later"))
        }
        return found
    }

    /// `merged:2026-07-01T00:00:00Z..2026-07-07T23:59:59Z`: a range includes both ends, so its end is a second before
    /// that of the window.
    static func condition(_ qualifier: String, _ window: TimeWindow) -> String {
        "\(qualifier):\(Timestamp.text(window.since))..\(Timestamp.text(window.until - 1))"
    }

    /// The path of a page, in the order of creation, which doesn't change between the requests for pages.
    private static func path(_ query: String, page: Int) -> String {
        "/search/issues?q=\(PercentEncoding.parameter(query))&sort=created&order=asc&per_page=100&page=\(page)"
            + "&advanced_search=true"
    }

    private struct Page: Decodable {
        var total_count: Int
        var incomplete_results: Bool?
        var items: LenientList<GitHubItem>
    }
}

extension TimeWindow {
    fileprivate var searchParts: [TimeWindow] {
        switch until - since {
        case 86_401...: days
        case 3601...: pieces(of: 3600)
        default: halves.map { [$0, $1] } ?? []
        }
    }
}
