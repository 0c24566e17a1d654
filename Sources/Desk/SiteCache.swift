internal import Context
internal import Synchronization

/// A site that is kept in memory and rendered on request.
final class SiteCache: Sendable {
    private struct State {
        var products: [String: Product] = [:]
        var rendered: [String: [UInt8]] = [:]
    }

    private let state = Mutex(State())
    private let files: Files
    private let jobs: Int

    init(files: Files, jobs: Int) {
        self.files = files
        self.jobs = jobs
    }

    /// A publisher that replaces the previous products and renders the changed ones at once, so that errors are
    /// reported.
    var publisher: Publisher {
        Publisher(publish: { [self] products in
            let (changed, added, count) = state.withLock { state in
                let changed = products.filter { state.products[$0.path]?.fingerprint != $0.fingerprint }
                return (changed, changed.count { state.products[$0.path] == nil }, state.products.count)
            }
            var rendered: [String: [UInt8]] = [:]
            if count > 0 {
                let results = await Window.map(changed, jobs: jobs) { product in Result { try self.bytes(of: product) }
                }
                for (product, result) in zip(changed, results) { rendered[product.path] = try result.get() }
            }
            var gone: [String] = []
            if count + added > products.count {
                let present = Set(products.map(\.path))
                gone = state.withLock { $0.products.keys.filter { !present.contains($0) } }
            }
            state.withLock { state in
                for product in changed {
                    state.products[product.path] = product
                    state.rendered[product.path] = rendered[product.path]
                }
                for path in gone {
                    state.products[path] = nil
                    state.rendered[path] = nil
                }
            }
            return PublishReport(written: changed.count, unchanged: products.count - changed.count, removed: gone.count)
        })
    }

    /// The content at a path, or nil if the site has nothing there.
    func bytes(at path: String) throws -> [UInt8]? {
        let (product, rendered) = state.withLock { ($0.products[path], $0.rendered[path]) }
        if let rendered { return rendered }
        return try product.map(bytes)
    }

    func has(_ path: String) -> Bool { state.withLock { $0.products[path] != nil } }

    private func bytes(of product: Product) throws -> [UInt8] {
        switch product.content {
        case .bytes(let render): try render()
        case .copy(let path): try files.read(path)
        }
    }
}
