/// What some consecutive issues contribute to an index; several parts can be made at once.
struct IndexPart: Sendable {
    let postings: PostingList
    /// The blocks of each issue that has records.
    let documents: [[DocumentWriter.Block]]

    /// - Parameter first: the number of the first record.
    init(_ issues: ArraySlice<SearchIssue>, first: Int) {
        var indexer = RecordIndexer(first: first)
        var documents = DocumentWriter()
        for issue in issues {
            for record in issue.records { indexer.add(record) }
            documents.add(issue)
        }
        postings = indexer.postings
        self.documents = documents.issues
    }

    /// The issues of each part, so that all parts have about the same number of records.
    ///
    /// - Parameter starts: the first record of each issue, and the number of records.
    static func ranges(_ starts: [Int], count: Int) -> [Range<Int>] {
        let issues = starts.count - 1
        var ends: [Int] = []
        for part in 1..<max(1, count) {
            let target = starts[issues] / count * part
            ends.append(max(ends.last ?? 0, starts.firstIndex { $0 >= target } ?? issues))
        }
        ends.append(issues)
        return zip([0] + ends, ends).map { $0..<$1 }
    }
}
