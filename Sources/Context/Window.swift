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

    /// Passes the results of `work` to `receive` in the order of `items`, as soon as they are there.
    ///
    /// At most `jobs` items are worked on at once. If results wait for an earlier one, no more items are begun, so that only
    /// few results are in memory, however many items there are.
    ///
    /// - Throws: what `receive` throws; no more items are begun then.
    package static func inOrder<Item: Sendable, Value: Sendable>(
        _ items: [Item], jobs: Int, _ work: @escaping @Sendable (Item) -> Value,
        _ receive: (Value) async throws -> Void
    ) async rethrows {
        guard jobs > 1, items.count > 1 else {
            for item in items { try await receive(work(item)) }
            return
        }
        let size = max(1, min(4, items.count / (jobs * 4)))
        let chunks = stride(from: 0, to: items.count, by: size).map { $0..<min($0 + size, items.count) }
        try await withThrowingTaskGroup(of: (Int, [Value]).self) { group in
            var (begun, received) = (0, 0)
            var waiting: [Int: [Value]] = [:]
            func begin() {
                while begun < chunks.count, begun - received - waiting.count < jobs, begun - received < jobs * 4 {
                    let (index, range) = (begun, chunks[begun])
                    group.addTask { (index, items[range].map(work)) }
                    begun += 1
                }
            }
            begin()
            while let (index, values) = try await group.next() {
                waiting[index] = values
                begin()
                while let values = waiting.removeValue(forKey: received) {
                    for value in values { try await receive(value) }
                    received += 1
                    begin()
                }
            }
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
