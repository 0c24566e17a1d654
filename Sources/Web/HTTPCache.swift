package import Context
internal import Synchronization

/// Responses stored in a folder, for conditional requests.
///
/// No credentials are stored: neither in header fields, nor in URLs that contain a secret, nor in cookies. Unreadable
/// files are ignored.
package final class HTTPCache: Sendable {
    private let folder: String
    private let files: Files
    /// The maximum size of a stored body, in bytes.
    private let maximumBody: Int
    /// The maximum size of all files together, in bytes; if it is exceeded, the oldest are removed.
    private let maximumTotal: Int
    /// The current size of the folder as far as known; nil before it has been listed.
    private let total = Mutex<Int?>(nil)

    package init(folder: String, files: Files, maximumBody: Int = 2 << 20, maximumTotal: Int = 256 << 20) {
        self.folder = folder
        self.files = files
        self.maximumBody = maximumBody
        self.maximumTotal = maximumTotal
    }

    func stored(for step: Step) -> StoredAnswer? {
        // A cache that can't be read only costs time.
        guard let identity = StoredAnswer.Identity(step), let bytes = try? files.read(path(identity)) else {
            return nil
        }
        return StoredAnswer(bytes, of: identity)
    }

    /// Stores a response that can be validated later.
    func store(_ answer: HTTPResponse, for step: Step) {
        guard let identity = StoredAnswer.Identity(step), answer.body.count <= maximumBody,
            let stored = StoredAnswer(answer, identity)
        else { return }
        let bytes = stored.bytes
        // A full disk or a folder without permissions only costs the next validation.
        guard (try? files.write(path(identity), bytes)) != nil else { return }
        makeRoom(for: bytes.count)
    }

    private func path(_ identity: StoredAnswer.Identity) -> String {
        let name = "\(identity.fingerprint)"
        return "\(folder)/\(name.prefix(2))/\(name)"
    }

    private func makeRoom(for added: Int) {
        total.withLock { total in
            if let known = total {
                total = known + added
                guard known + added > maximumTotal else { return }
            }
            // A cache that can't be listed is cleaned up later, or never.
            let all = (try? files.list(folder)) ?? []
            var sum = all.reduce(0) { $0 + $1.status.size }
            if sum > maximumTotal {
                for file in all.sorted(by: { $0.status.modified < $1.status.modified }) where sum > maximumTotal / 5 * 4
                {
                    // The next file may be removed instead.
                    guard (try? files.remove(folder + "/" + file.path)) != nil else { continue }
                    sum -= file.status.size
                }
            }
            total = sum
        }
    }
}
