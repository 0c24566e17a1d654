import Newsletter

/// The links that an issue's entries reach.
enum LinkCount {
    /// Nil where they are as often there as `wanted` says; else the addresses that are not.
    static func difference(of issue: Issue, from wanted: [String: Int]) -> String? {
        var found: [String: Int] = [:]
        for entry in issue.sections.flatMap(\.entries) {
            for url in entry.urls { found[url, default: 0] += 1 }
        }
        let differing = Set(wanted.keys).union(found.keys).filter { wanted[$0] != found[$0] }
        if differing.isEmpty { return nil }
        return differing.sorted().map { "\($0): \(found[$0] ?? 0) of \(wanted[$0] ?? 0)" }.joined(separator: "\n")
    }
}
