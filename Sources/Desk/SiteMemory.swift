internal import Context
internal import Synchronization

/// A site that is kept in memory and rendered when it is asked for.
final class SiteMemory: Sendable {
    private struct State {
        var products: [String: Product] = [:]
        var rendered: [String: [UInt8]] = [:]
    }

    private let state = Mutex(State())
    private let files: Files

    init(files: Files) {
        self.files = files
    }

    /// Takes products in the place of those before; what has changed is rendered at once, so that faults show.
    var publisher: Publisher {
        Publisher(publish: { [self] products in
            let old = state.withLock { $0.products }
            let changed = products.filter { old[$0.path]?.fingerprint != $0.fingerprint }
            var rendered: [String: [UInt8]] = [:]
            if !old.isEmpty {
                for product in changed { rendered[product.path] = try bytes(of: product) }
            }
            let new = Dictionary(products.map { ($0.path, $0) }) { first, _ in first }
            let gone = old.keys.filter { new[$0] == nil }
            state.withLock { state in
                state.products = new
                for product in changed { state.rendered[product.path] = rendered[product.path] }
                for path in gone { state.rendered[path] = nil }
            }
            return PublishReport(written: changed.count, unchanged: products.count - changed.count, removed: gone.count)
        })
    }

    /// The bytes of a path; nil where the site has nothing there.
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
