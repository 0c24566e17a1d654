/// Work on many things with a few at a time.
enum Window {
    /// The results of `work` in the order of `items`, at most `jobs` running at once.
    static func map<Item: Sendable, Value: Sendable>(
        _ items: [Item], jobs: Int, _ work: @escaping @Sendable (Item) -> Value
    ) async -> [Value] {
        guard jobs > 1, items.count > 1 else { return items.map(work) }
        // Chunks keep the price of a task small against the work in it.
        let size = max(1, min(16, items.count / (jobs * 4)))
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
}
