package import Text

/// A file of a built site: its path, what it depends on, and how to generate it.
package struct Product: Sendable {
    /// The path from the output's root, without a leading slash: `blog/2025/…/index.html`.
    package var path: String
    /// The fingerprint of everything its bytes depend on; the same fingerprint means the same bytes.
    package var fingerprint: Fingerprint
    package var content: Content

    package enum Content: Sendable {
        case bytes(@Sendable () throws -> [UInt8])
        /// A copy of the file at a path.
        case copy(of: String)
    }

    package init(path: String, fingerprint: Fingerprint, content: Content) {
        self.path = path
        self.fingerprint = fingerprint
        self.content = content
    }

    /// The file that it is a copy of, or nil if it isn't a copy.
    package var source: String? {
        if case .copy(let source) = content { return source }
        return nil
    }
}

/// The result of publishing.
package struct PublishReport: Hashable, Sendable {
    package var written: Int
    package var unchanged: Int
    package var removed: Int
    /// The files that differed from this build, sorted by path; only recorded if contents were to be compared.
    package var differences: [Difference]

    package init(written: Int, unchanged: Int, removed: Int, differences: [Difference] = []) {
        self.written = written
        self.unchanged = unchanged
        self.removed = removed
        self.differences = differences
    }

    /// A file of the output that differed from the build.
    package struct Difference: Hashable, Sendable {
        /// The file's path from the output's root.
        package var path: String
        package var kind: Kind

        package enum Kind: Sendable, CustomStringConvertible {
            case missing, otherContent
            /// The site no longer contains the file.
            case leftOver

            /// The rest of the sentence after the file's path.
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

/// The target of products: a folder on disk, or a server's memory.
package struct Publisher: Sendable {
    /// Makes the target contain exactly these products, in one step or not at all.
    package typealias Publish = @Sendable (_ products: [Product]) async throws -> PublishReport

    /// Prepares the target, repairing what a killed build may have left, while the products are still being generated.
    package var open: @Sendable () async throws -> Publish

    package init(open: @escaping @Sendable () async throws -> Publish) {
        self.open = open
    }

    /// A target that needs no preparation.
    package init(publish: @escaping Publish) {
        open = { publish }
    }
}

extension Publisher {
    /// A publisher that always fails, for commands that publish nothing.
    package static func none(_ place: PublishingPlace) -> Publisher {
        Publisher(open: { throw FileError(path: place.folder, reason: "this command can't publish anything") })
    }
}

/// A folder to publish into.
package struct PublishingPlace: Hashable, Sendable {
    package var folder: String
    /// How many files are processed at once.
    package var jobs: Int
    /// Whether to take over a folder that no build created.
    package var adopts: Bool
    /// Whether to compare the contents of all files, even if they seem unchanged.
    package var verifies: Bool

    package init(folder: String, jobs: Int, adopts: Bool = false, verifies: Bool = false) {
        self.folder = folder
        self.jobs = jobs
        self.adopts = adopts
        self.verifies = verifies
    }
}
