/// Runs asynchronous work on many items, a few at a time.
enum AsyncWindow {
    /// The results of `work` in the order of `items`, with at most `atOnce` running at a time.
    static func map<Item: Sendable, Value: Sendable>(
        _ items: [Item], atOnce: Int, _ work: @escaping @Sendable (Item) async -> Value
    ) async -> [Value] {
        await withTaskGroup(of: (Int, Value).self) { group in
            var next = 0
            func start() {
                guard next < items.count else { return }
                let (index, item) = (next, items[next])
                group.addTask { (index, await work(item)) }
                next += 1
            }
            for _ in 0..<max(1, atOnce) { start() }
            var results = [Value?](repeating: nil, count: items.count)
            while let (index, value) = await group.next() {
                results[index] = value
                start()
            }
            return results.compactMap { $0 }
        }
    }
}
