/// Concurrent work on many items, a few at a time.
package enum Window {
    /// The results of `work` in the order of `items`, with at most `jobs` running at once.
    package static func map<Item: Sendable, Value: Sendable>(
        _ items: [Item], jobs: Int, _ work: @escaping @Sendable (Item) -> Value
    ) async -> [Value] {
        guard jobs > 1, items.count > 1 else { return items.map(work) }
        // Chunks make the cost of a task small compared with its work; small chunks avoid idle processors at the end.
        let size = max(1, min(4, items.count / (jobs * 4)))
        let chunks = stride(from: 0, to: items.count, by: size).map { $0..<min($0 + size, items.count) }
        return await withTaskGroup(of: (Int, [Value]).self) { group in
            var next = 0
            func start() {
                guard next < chunks.count else { return }
                let (index, range) = (next, chunks[next])
                group.addTask { (index, items[range].map(work)) }
                next += 1
            }
            for _ in 0..<jobs { start() }
            var results = [[Value]](repeating: [], count: chunks.count)
            while let (index, values) = await group.next() {
                results[index] = values
                start()
            }
            return results.flatMap { $0 }
        }
    }

    /// Calls `work` for all items, with at most `jobs` running at once.
    ///
    /// - Throws: the first item's error, after all have been tried.
    package static func forEach<Item: Sendable>(
        _ items: [Item], jobs: Int, _ work: @escaping @Sendable (Item) throws -> Void
    ) async throws {
        for outcome in await map(items, jobs: jobs, { item in Result { try work(item) } }) { try outcome.get() }
    }
}
