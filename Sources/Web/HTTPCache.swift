package import Context
internal import Synchronization

/// Answers kept in a folder, for asking servers whether they still hold.
///
/// Nothing of what a request proves itself with is kept, neither its header fields nor an address that carries a
/// secret; nor are cookies that a server sets. What cannot be read is as if it were not there.
package final class HTTPCache: Sendable {
    private let folder: String
    private let files: Files
    /// Bodies over it are not kept, in bytes.
    private let maximumBody: Int
    /// Of all files together; over it the oldest go.
    private let maximumTotal: Int
    /// What the folder holds, as far as it is known; nil before anybody has looked.
    private let total = Mutex<Int?>(nil)

    package init(folder: String, files: Files, maximumBody: Int = 2 << 20, maximumTotal: Int = 256 << 20) {
        self.folder = folder
        self.files = files
        self.maximumBody = maximumBody
        self.maximumTotal = maximumTotal
    }

    func stored(for step: Step) -> StoredAnswer? {
        // A cache that can't be read costs time only.
        guard let identity = StoredAnswer.Identity(step), let bytes = try? files.read(path(identity)) else {
            return nil
        }
        return StoredAnswer(bytes, of: identity)
    }

    /// Keeps an answer that a server can be asked about later.
    func store(_ answer: HTTPResponse, for step: Step) {
        guard let identity = StoredAnswer.Identity(step), answer.body.count <= maximumBody,
            let stored = StoredAnswer(answer, identity)
        else { return }
        let bytes = stored.bytes
        // A full disk or a folder without rights costs nothing but the next validation.
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
            // A cache that can't be listed is cleared later, or never.
            let all = (try? files.list(folder)) ?? []
            var sum = all.reduce(0) { $0 + $1.status.size }
            if sum > maximumTotal {
                for file in all.sorted(by: { $0.status.modified < $1.status.modified }) where sum > maximumTotal / 5 * 4
                {
                    // The next file may go instead.
                    guard (try? files.remove(folder + "/" + file.path)) != nil else { continue }
                    sum -= file.status.size
                }
            }
            total = sum
        }
    }
}
