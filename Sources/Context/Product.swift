package import Text

/// One file of a built site: where it goes, what it depends on, and how to make it.
package struct Product: Sendable {
    /// From the output's root, without a leading slash: `blog/2025/…/index.html`.
    package var path: String
    /// Of everything its bytes depend on; the same fingerprint means the same bytes.
    package var fingerprint: Fingerprint
    package var content: Content

    package enum Content: Sendable {
        case bytes(@Sendable () throws -> [UInt8])
        /// The bytes of a file, by its path.
        case copy(of: String)
    }

    package init(path: String, fingerprint: Fingerprint, content: Content) {
        self.path = path
        self.fingerprint = fingerprint
        self.content = content
    }

    /// The file that it is a copy of, if it is one.
    package var source: String? {
        if case .copy(let source) = content { return source }
        return nil
    }
}

/// What publishing did.
package struct PublishReport: Hashable, Sendable {
    package var written: Int
    package var unchanged: Int
    package var removed: Int
    /// What was not as this build makes it, sorted by path; noted only if contents were to be compared.
    package var differences: [Difference]

    package init(written: Int, unchanged: Int, removed: Int, differences: [Difference] = []) {
        self.written = written
        self.unchanged = unchanged
        self.removed = removed
        self.differences = differences
    }

    /// A file of the output that was not as the build makes it.
    package struct Difference: Hashable, Sendable {
        /// From the output's root.
        package var path: String
        package var kind: Kind

        package enum Kind: Sendable, CustomStringConvertible {
            case missing, otherContent
            /// The site no longer has it.
            case leftOver

            /// What is said after the file's path.
            package var description: String {
                switch self {
                case .missing: "was missing"
                case .otherContent: "had other content"
                case .leftOver: "is no longer part of the site and was removed"
                }
            }
        }

        package init(path: String, kind: Kind) {
            self.path = path
            self.kind = kind
        }
    }
}

/// Where products go: a folder on disk, or a server's memory.
package struct Publisher: Sendable {
    /// Brings the place to exactly these products, all at once or not at all.
    package typealias Publish = @Sendable (_ products: [Product]) async throws -> PublishReport

    /// Makes the place ready, putting right what a killed build may have left, while the products are still being made.
    package var open: @Sendable () async throws -> Publish

    package init(open: @escaping @Sendable () async throws -> Publish) {
        self.open = open
    }

    /// A place that needs no preparation.
    package init(publish: @escaping Publish) {
        open = { publish }
    }
}

extension Publisher {
    /// For whoever has nothing to publish.
    package static func none(_ place: PublishingPlace) -> Publisher {
        Publisher(open: { throw FileError(path: place.folder, reason: "nothing can be published here") })
    }
}

/// A folder to be published into.
package struct PublishingPlace: Hashable, Sendable {
    package var folder: String
    /// How many files are worked on at once.
    package var jobs: Int
    /// Whether a folder that no build made may be taken over.
    package var adopts: Bool
    /// Whether the contents of all files are compared, also of those that seem unchanged.
    package var verifies: Bool

    package init(folder: String, jobs: Int, adopts: Bool = false, verifies: Bool = false) {
        self.folder = folder
        self.jobs = jobs
        self.adopts = adopts
        self.verifies = verifies
    }
}
