internal import Newsletter
internal import Text

/// What has become of issues and pull requests that an issue of the publication lists.
struct GitHubResolutions: Sendable {
    /// Other repositories' threads are not asked for.
    var repositories: [String]
    /// A label that tells that the matter is settled.
    var finished: String?
    /// Whether somebody at work on it ends it.
    var endsWithAssignee = false

    /// Those that have ended before a time, in the order of the addresses.
    ///
    /// - Parameter urls: addresses of all kinds; each is asked for once.
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
