package import Text

/// How a publication's issues are read: where their titles, numbers and dates are, and which issues are held back.
package struct IssueRules: Sendable {
    /// Reads front matter that isn't flat `key: value` lines; nil if only these are read.
    package var frontMatter: FrontMatterDecoder?
    /// The title of an issue that has none.
    package var titlePattern: NamePattern?
    /// Finds the number in a file's name or a title; without it, the last number of a title counts.
    package var numberPattern: NamePattern?
    /// Finds the date in a file's name or a title.
    package var datePattern: NamePattern?
    /// The dates of issues, by their number or by their file's path or name.
    package var dates: [String: CalendarDate] = [:]
    /// The paths of issues that aren't published, from the publication's root.
    package var heldBack: Set<String> = []
    /// Whether issues with a date in the future are held back.
    package var holdsBackFuture = false
    package var headingIDs = HeadingIDRule.pythonMarkdown
    /// The rule that forms `{slug}` in addresses from titles.
    package var slugs = Slug.Rule.sennight
    /// The template tags in issues, which are left out or replaced.
    package var templateTags = TemplateTagForm.none
    /// HTML by the name of the template tag that it replaces.
    package var includes: [String: String] = [:]
    /// The time zone of dates with an offset; nil if the offset is ignored.
    package var timeZone: String?

    package init() {}
}

/// The program whose rule forms the ids of headings.
package enum HeadingIDRule: String, CaseIterable, Sendable {
    case pythonMarkdown = "python-markdown"
    case github, kramdown, goldmark, pandoc
}

/// The template language whose tags issues may have.
package enum TemplateTagForm: String, CaseIterable, Sendable {
    case none
    /// `{% include x %}` and `{{ x }}`.
    case liquid
    /// Hugo's `{{< x >}}` and `{{% x %}}`.
    case shortcodes
}
