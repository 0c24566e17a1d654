package import Context

/// Publishes products into a folder so that it holds either the old site or the new one, whenever it is looked at.
///
/// Where the folder holds only what the last build put there, the new site is staged beside it and both are exchanged
/// in one step; the folder of the build before stays as `.NAME.previous`, which makes the next build quick and is a
/// way back. Where it holds anything else (`.git`, `CNAME`), files are staged inside, a durable journal is
/// written, and they are renamed one by one; a command that finds a journal finishes it first.
package struct FolderPublisher: Sendable {
    let folder: String
    let jobs: Int
    /// Take over a folder that no build made.
    let adopts: Bool

    package init(folder: String, jobs: Int, adopts: Bool) {
        self.folder = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
        (self.jobs, self.adopts) = (jobs, adopts)
    }

    package var publisher: Publisher {
        Publisher(open: {
            let opened = try await OpenedFolder(self)
            return { products in try await opened.publish(products) }
        })
    }

    /// Why a folder cannot be published into.
    package enum Refusal: Error, CustomStringConvertible {
        case notEmpty(String)
        case foreignFile(String)
        case notAFolder(String)
        case notOurs(String)

        package var description: String {
            switch self {
            case .notEmpty(let folder):
                "\(folder): error: the folder is not empty and no build made it. "
                    + "Name another, or let this one be taken over with --adopt"
            case .foreignFile(let path):
                "\(path): error: a file of somebody else's stands where the site wants to write. Move it away"
            case .notAFolder(let path):
                "\(path): error: this is no folder. Name another output"
            case .notOurs(let path):
                "\(path): error: the next site is to be staged here, and something is there that no build made. Move it away"
            }
        }
    }
}
