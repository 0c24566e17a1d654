package import Context

/// Publishes products into a folder that contains either the old or the new site at any time.
///
/// If the folder contains only what the last build published, the new site is staged next to it and both are exchanged
/// in one step; the previous folder stays as `.NAME.previous`, for a fast next build, and as a backup. If the folder
/// contains other files (`.git`, `CNAME`), files are staged inside, a durable journal is written, and the files are
/// renamed one by one; a command that finds a journal first completes its steps.
package struct FolderPublisher: Sendable {
    let folder: String
    let jobs: Int
    /// Whether to take over a folder that no build created.
    let adopts: Bool
    /// Whether to compare the contents of all files, even if they seem unchanged.
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

    /// The reason why a folder can't be published into.
    package enum Refusal: Error, CustomStringConvertible {
        case notEmpty(String)
        case foreignFile(String)
        case notAFolder(String)
        case notOurs(String)
        case damagedStage(String)
        /// The manifest is damaged, so that it is unknown whether a build wrote the file.
        case unknownFile(String)
        case linkToNothing(String)

        package var description: String {
            switch self {
            case .notEmpty(let folder):
                "\(folder): error: the folder isn't empty, and no build created it. "
                    + "Choose another output folder, or pass --adopt to use this one"
            case .foreignFile(let path):
                "\(path): error: the site needs this path, but a file that no build wrote is"
                    + " there. Move that file to another folder"
            case .notAFolder(let path):
                "\(path): error: the output isn't a folder. Choose another path"
            case .damagedStage(let path):
                "\(path): error: the list of files in the last build's folder is damaged. "
                    + "Remove the folder; the next build creates it again"
            case .unknownFile(let path):
                "\(path): error: the site's list of files (\(Manifest.name)) is damaged,"
                    + " and this file differs from what the "
                    + "build would write. Move the file to another folder, or build with --adopt,"
                    + " which keeps a copy next to the output"
            case .linkToNothing(let path):
                "\(path): error: the output is a broken link. Remove the link, or create the folder that it leads to"
            case .notOurs(let path):
                "\(path): error: the next site is staged here, but something that no build wrote is in the way. "
                    + "Move those files to another folder"
            }
        }
    }
}
