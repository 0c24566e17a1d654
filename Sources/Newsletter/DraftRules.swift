/// The settings for making drafts: `draft:`.
package struct DraftRules: Hashable, Sendable {
    /// The path of the template, from the root; nil if a draft has the headings of the previous issue.
    package var template: String?
    /// The name of a draft's file; `{date}`, `{number}` and `{slug}` are filled in.
    package var file = "{date}-{slug}.md"
    package var emptySectionTexts: [EmptySectionText] = []
    /// The sections that are suggested for a link.
    package var suggested: [String] = []
    /// Whether candidates are ranked by what was chosen before.
    package var learns = true
    /// Older headings, with the present ones that replaced them, so that old issues count for suggestions.
    package var headings: [String: String] = [:]
    /// The sentence for a pick; `{link}` and `{description}` are filled in.
    package var pick: String?
    /// The link from a report's excerpt to the whole report; `{url}` is filled in.
    package var report: String?

    package init() {}
}

/// A permanent URL that every issue can contain before its target is known.
package enum LastingAddress: String, CaseIterable, Sendable {
    case jobs, discuss
}

/// What a placeholder in a template or a draft is replaced with.
package enum PlaceholderContent: String, CaseIterable, Sendable {
    /// The permanent URL of the same name, when a draft is made.
    case jobs, discuss
    /// Text that an editor writes.
    case editor

    package var address: LastingAddress? { LastingAddress(rawValue: rawValue) }
}

/// The text of an empty section.
package struct EmptySectionText: Hashable, Sendable {
    /// The section's heading.
    package var section: String
    /// Markdown; `{groups}` is replaced by the groups without entries.
    package var text: String
    /// The section's subheadings, in Markdown, such as `[Cargo](https://…)`.
    package var groups: [String]

    package init(section: String, text: String, groups: [String] = []) {
        self.section = section
        self.text = text
        self.groups = groups
    }
}

/// An editor of the publication.
package struct Person: Hashable, Sendable {
    package var name: String
    package var url: String?
    /// Headings of the sections that this person is responsible for.
    package var sections: [String]

    package init(name: String, url: String?, sections: [String]) {
        self.name = name
        self.url = url
        self.sections = sections
    }
}
