internal import Context

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// Renders products and writes them, a few at a time.
enum Rendering {
    /// Writes each product to the path that `target` gives it; what stands there is replaced, not written into.
    static func write(_ products: [Product], jobs: Int, to target: @escaping @Sendable (Product) -> String) async throws {
        try await forEach(products, jobs: jobs) { try write($0, to: target($0)) }
    }

    /// Does `work` on all items, on as many threads as there are jobs.
    static func forEach<Item: Sendable>(
        _ items: [Item], jobs: Int, _ work: @escaping @Sendable (Item) throws -> Void
    ) async throws {
        // Chunks keep the price of a task small against the work in it.
        let size = max(1, min(16, items.count / max(1, jobs * 4)))
        let chunks = stride(from: 0, to: items.count, by: size).map { items[$0..<min($0 + size, items.count)] }
        try await withThrowingTaskGroup(of: Void.self) { group in
            var next = 0
            func start() {
                guard next < chunks.count else { return }
                let chunk = chunks[next]
                group.addTask { for item in chunk { try work(item) } }
                next += 1
            }
            for _ in 0..<max(1, jobs) { start() }
            while try await group.next() != nil { start() }
        }
    }

    private static func write(_ product: Product, to path: String) throws {
        let bytes =
            switch product.content {
            case .bytes(let render): try render()
            case .copy(let source): try LiveFiles.read(source)
            }
        // The old file may be linked from elsewhere too.
        unlink(path)
        do {
            try LiveFiles.create(path, bytes)
        } catch {
            try LiveFiles.makeFolder(above: path)
            try LiveFiles.create(path, bytes)
        }
    }
}
