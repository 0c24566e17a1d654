/// Something collected or submitted that isn't in an issue yet.
package struct Candidate: Hashable, Sendable {
    /// The source's name; `add` if an editor added it by hand.
    package var source: String
    package var kind: SectionKind
    /// The heading of the section that the candidate belongs to, if the source knows the section.
    package var section: String?
    /// Plain text, not Markdown; escaped where it is written into an issue.
    package var title: String
    package var url: String?
    /// The tags without brackets, as in ``Entry/tags``.
    package var tags: [String]
    /// The fields that only candidates of this kind have.
    package var content: Entry.Content
    /// When the candidate was published, merged or announced, in seconds since 1970.
    package var time: Int?
    /// Facts that help an editor to choose, in display order: score, author, component, repository …
    package var facts: [Fact]

    package init(
        source: String, kind: SectionKind, section: String? = nil, title: String, url: String?, tags: [String] = [],
        content: Entry.Content = .link, time: Int? = nil, facts: [Fact] = []
    ) {
        self.source = source
        self.kind = kind
        self.section = section
        self.title = title
        self.url = url
        self.tags = tags
        self.content = content
        self.time = time
        self.facts = facts
    }
}
