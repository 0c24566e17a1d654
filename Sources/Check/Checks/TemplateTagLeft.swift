internal import Markdown
internal import Newsletter

/// A tag of another program's template language appears as text.
///
/// The program that built the newsletter before replaced `{% include x %}` or `{{< x >}}`; Sennight shows it, unless
/// `template-tags:` names the language. Then a tag is replaced by what `includes:` has for it, or left out. In code, tags
/// aren't reported.
struct TemplateTagLeft: Check {
    static let id = "template-tag-left"
    static let severity = Finding.Severity.warning

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        let read = context.publication.issueRules.templateTags
        return TemplateTagUse.all(in: document.bytes).compactMap { use in
            guard use.form != read, document.showsText(at: use.range.lowerBound) else { return nil }
            return finding(
                "the template tag '\(document.text(use.range))' appears as text", at: use.range, in: document,
                explanation: "Replace the tag with its content, or set 'template-tags: \(use.form.rawValue)'.")
        }
    }
}
