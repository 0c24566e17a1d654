internal import Newsletter
internal import Text

/// Checks whether issues and pull requests that the publication lists have ended.
struct GitHubResolutions: Sendable {
    /// The repositories whose issues and pull requests are requested.
    var repositories: [String]
    /// A label that means that a proposal is decided.
    var finished: String?
    /// Whether an item ends when somebody is assigned.
    var endsWithAssignee = false

    /// The items that ended before a time, in the order of the URLs.
    ///
    /// - Parameter urls: URLs of any kind; each item is requested once.
    func find(
        among urls: [String], before time: Int, _ github: GitHubClient, _ request: SourceRequest
    ) async -> CollectionResult {
        let known = Set(repositories.map { $0.lowercased() })
        var seen: Set<GitHubThread> = []
        var result = CollectionResult()
        for url in urls {
            guard let thread = GitHubThread(url), known.contains(thread.repository.lowercased()),
                seen.insert(thread).inserted
            else { continue }
            do throws(SourceFault) {
                let item = try await github.get(
                    GitHubItem.self, "/repos/\(thread.repository)/issues/\(thread.number)"
                ).value
                guard let (outcome, ended) = outcome(of: item), ended.map({ $0 < time }) ?? true else { continue }
                result.resolutions.append(
                    Resolution(
                        source: request.name, url: url, title: item.title.collapsingBlanks, outcome: outcome,
                        time: ended))
            } catch  where error.isGone {
                // Taken away altogether.
                result.resolutions.append(
                    Resolution(source: request.name, url: url, title: url, outcome: .closed, time: nil))
            } catch {
                result.faults.append(error)
            }
        }
        return result
    }

    private func outcome(of item: GitHubItem) -> (Resolution.Outcome, Int?)? {
        if let merged = item.mergedAt { return (.merged, merged) }
        if item.state == "closed" || item.closed_at != nil { return (.closed, item.closed_at?.seconds) }
        if let finished, item.labelNames.contains(where: { $0.lowercased() == finished.lowercased() }) {
            return (.finished, nil)
        }
        if endsWithAssignee, item.assignees?.isEmpty == false { return (.assigned, nil) }
        return nil
    }
}
