internal import Text

/// Finds the pull requests that were merged in a window.
enum GitHubMerged {
    /// The merged pull requests, each once, in the order in which they were merged.
    ///
    /// - Parameter scopes: `org:…` or `repo:…`, each of which is searched separately, because GitHub has changed how a
    ///   search combines them.
    static func find(in scopes: [String], _ window: TimeWindow, _ github: GitHubClient) async -> GitHubFound {
        var found = GitHubFound()
        for scope in scopes {
            do throws(SourceFault) {
                found += try await github.search("is:pr is:merged \(scope)", by: "merged", in: window)
            } catch {
                found += GitHubFound(isComplete: false, faults: [error])
            }
        }
        let items = found.items
        var seen: Set<String> = []
        found.items = []
        for item in items {
            let time = item.mergedAt
            if time == nil {
                found.faults.append(
                    github.fault(
                        "is missing", item.html_url, "pull_request.merged_at", "Open the address to see the answer"))
            }
            let isInside = time.map(window.contains) ?? true
            if isInside, seen.insert(item.html_url).inserted {
                if time != nil { found.items.append(item) }
            } else {
                found.count -= 1
            }
        }
        found.items.sort { ($0.mergedAt ?? 0, $0.html_url) < ($1.mergedAt ?? 0, $1.html_url) }
        return found
    }

    /// The condition of a search for readers, in days if the window begins and ends at midnight UTC; a range with `..`
    /// includes both ends.
    static func readableCondition(_ window: TimeWindow) -> String {
        guard window.since % 86_400 == 0, window.until % 86_400 == 0 else {
            return GitHubClient.condition("merged", window)
        }
        return "merged:\(Timestamp.text(window.since).prefix(10))..\(Timestamp.text(window.until - 1).prefix(10))"
    }
}
