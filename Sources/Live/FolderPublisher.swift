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
    /// Compare the contents of all files, also of those that seem unchanged.
    let verifies: Bool

    package init(folder: String, jobs: Int, adopts: Bool, verifies: Bool = false) {
        self.folder = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
        self.jobs = jobs
        self.adopts = adopts
        self.verifies = verifies
    }

    package init(_ place: PublishingPlace) {
        self.init(folder: place.folder, jobs: place.jobs, adopts: place.adopts, verifies: place.verifies)
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
        case damagedStage(String)
        /// The list of files is damaged, so that nobody can say whose the file is.
        case unknownFile(String)
        case linkToNothing(String)

        package var description: String {
            switch self {
            case .notEmpty(let folder):
                "\(folder): error: the folder is not empty and no build made it. "
                    + "Name another, or let this one be taken over with --adopt"
            case .foreignFile(let path):
                "\(path): error: the site needs this path, but a file from elsewhere is there. Move it away"
            case .notAFolder(let path):
                "\(path): error: this isn't a folder. Choose another output"
            case .damagedStage(let path):
                "\(path): error: the list of files in the last build's folder is damaged. "
                    + "Remove the folder; the next build makes it again"
            case .unknownFile(let path):
                "\(path): error: the site's list of files (\(Manifest.name)) is damaged, and this file isn't what the "
                    + "build would write. Move it away, or build with --adopt, which keeps a copy beside the output"
            case .linkToNothing(let path):
                "\(path): error: the output is a link that leads nowhere. Remove it, or make the folder it leads to"
            case .notOurs(let path):
                "\(path): error: the next site is staged here, but something from elsewhere is in the way. Move it away"
            }
        }
    }
}
