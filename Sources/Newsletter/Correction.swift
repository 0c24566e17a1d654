/// A correction of a published issue.
package struct Correction: Hashable, Sendable {
    /// When it was recorded, in seconds since 1970.
    package var time: Int
    /// One sentence for readers; valid as ``CorrectionReason`` defines it.
    package var reason: String
    /// Whether readers see no note about it, as for a typo.
    package var isSilent: Bool
    /// The entry or section that the page marks; nil if the correction is about the whole issue.
    package var entry: CorrectedEntry?
    /// How the text differed from the earlier version; empty if that isn't known.
    package var changes: [Change]

    package init(
        time: Int, reason: String, isSilent: Bool = false, entry: CorrectedEntry? = nil, changes: [Change] = []
    ) {
        self.time = time
        self.reason = reason
        self.isSilent = isSilent
        self.entry = entry
        self.changes = changes
    }

    /// One difference between two versions of an issue.
    package struct Change: Hashable, Sendable {
        package enum Kind: String, Sendable {
            case added, removed, edited, moved
            /// Text outside entries.
            case text
            /// The title, the date or another field at the top.
            case header
        }

        package var kind: Kind
        /// The entry's title.
        package var title: String?
        /// The heading that it is under.
        package var section: String?

        package init(_ kind: Kind, title: String? = nil, section: String? = nil) {
            self.kind = kind
            self.title = title
            self.section = section
        }
    }
}

/// The entry or section of an issue that a correction is about.
package struct CorrectedEntry: Hashable, Sendable {
    /// The id on the page, which doesn't change when the entry moves.
    package var id: String
    package var title: String

    package init(id: String, title: String) {
        self.id = id
        self.title = title
    }
}
