import Context
import Synchronization
import Text

/// Keeps a site in memory: renders what has a new fingerprint, as the publisher for folders does.
final class MemoryPublisher: Sendable {
    private struct State {
        var site: [String: (fingerprint: Fingerprint, bytes: [UInt8])] = [:]
        var written: Set<String> = []
    }

    private let state = Mutex(State())
    private let files: Files

    init(files: Files) {
        self.files = files
    }

    /// The paths of what stands there, sorted.
    var paths: [String] { state.withLock { $0.site.keys.sorted() } }

    /// The paths that the last publishing wrote.
    var written: Set<String> { state.withLock { $0.written } }

    func bytes(_ path: String) -> [UInt8]? { state.withLock { $0.site[path]?.bytes } }

    func text(_ path: String) -> String? { bytes(path).map { String(decoding: $0, as: UTF8.self) } }

    var publisher: Publisher {
        Publisher { products in
            let old = self.state.withLock { $0.site }
            var new: [String: (fingerprint: Fingerprint, bytes: [UInt8])] = [:]
            var written: Set<String> = []
            for product in products {
                if let known = old[product.path], known.fingerprint == product.fingerprint {
                    new[product.path] = known
                } else {
                    new[product.path] = (product.fingerprint, try self.bytes(of: product))
                    written.insert(product.path)
                }
            }
            let removed = old.keys.filter { new[$0] == nil }.count
            self.state.withLock { ($0.site, $0.written) = (new, written) }
            return PublishReport(written: written.count, unchanged: products.count - written.count, removed: removed)
        }
    }

    private func bytes(of product: Product) throws -> [UInt8] {
        switch product.content {
        case .bytes(let render): try render()
        case .copy(let source): try files.read(source)
        }
    }
}
