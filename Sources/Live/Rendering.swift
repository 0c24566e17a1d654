internal import Context

/// Renders products and writes them, a few at a time.
enum Rendering {
    /// Writes each product to the path that `target` gives it; what stands there is replaced, not written into.
    static func write(_ products: [Product], jobs: Int, to target: @escaping @Sendable (Product) -> String) async throws
    {
        try await Window.forEach(products, jobs: jobs) { try write($0, to: target($0)) }
    }

    private static func write(_ product: Product, to path: String) throws {
        let bytes =
            switch product.content {
            case .bytes(let render): try render()
            case .copy(let source): try LiveFiles.read(source)
            }
        try LiveFiles.replace(path, bytes)
    }
}
