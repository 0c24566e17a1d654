/// How a publication makes its next draft, as `draft:` in the settings says.
package struct DraftRules: Hashable, Sendable {
    /// Path of the template from the root; nil where a draft takes over the headings of the issue before.
    package var template: String?
    /// Name of a draft's file; `{date}`, `{number}` and `{slug}` are filled in.
    package var file = "{date}-{slug}.md"
    package var none: [EmptySectionText] = []
    /// The sections that are suggested for a link.
    package var suggested: [String] = []
    /// Whether candidates are ranked by what was chosen before.
    package var learns = true
    /// Older headings, and those of now that took their place, so that old issues teach where links belong.
    package var headings: [String: String] = [:]
    /// The sentence for a pick; `{link}` and `{description}` are filled in.
    package var pick: String?
    /// What leads from a report's excerpt to all of it; `{url}` is filled in.
    package var report: String?

    package init() {}
}

/// An address that every issue can print before anybody knows where it leads.
package enum LastingAddress: String, CaseIterable, Sendable {
    case jobs, discuss
}

/// What a placeholder in a template or a draft is replaced by.
package enum PlaceholderContent: String, CaseIterable, Sendable {
    /// The lasting address of the same name, when a draft is made.
    case jobs, discuss
    /// Whatever an editor writes.
    case editor

    package var address: LastingAddress? { LastingAddress(rawValue: rawValue) }
}

/// What an empty section says.
package struct EmptySectionText: Hashable, Sendable {
    /// The section's heading.
    package var section: String
    /// Markdown; `{groups}` stands for those of `groups` that have no entries.
    package var text: String
    /// Headings below the section, in Markdown, such as `[Cargo](https://…)`.
    package var groups: [String]

    package init(section: String, text: String, groups: [String] = []) {
        self.section = section
        self.text = text
        self.groups = groups
    }
}

/// One who makes the publication.
package struct Person: Hashable, Sendable {
    package var name: String
    package var url: String?
    /// Headings of the sections that are this person's to fill.
    package var sections: [String]

    package init(name: String, url: String?, sections: [String]) {
        self.name = name
        self.url = url
        self.sections = sections
    }
}
