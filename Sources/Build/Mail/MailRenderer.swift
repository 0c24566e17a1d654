internal import Markdown
internal import Newsletter

/// Renders an issue's mail with the theme's templates `mail` and `mail-text`.
///
/// Each part is written once, so that a shortened mail costs little more than a whole one.
package struct MailRenderer: Sendable {
    private let content: MailContent
    private let site: Site
    private let subject: String
    private let htmlParts: [[UInt8]]
    private let textParts: [String]
    /// What follows the parts.
    private let (htmlEnd, textEnd): ([UInt8], String)

    package init(_ content: MailContent, on site: Site) {
        self.content = content
        self.site = site
        let mail = site.publication.mail
        subject = mail.subject.replacing("{title}", with: content.title)
            .replacing("{number}", with: content.number.map(String.init) ?? "")
            .replacing("{date}", with: content.date)
        htmlParts = content.parts.map { MailHTML.html(of: $0) }
        textParts = MailText.texts(of: content.parts, links: mail.links)
        htmlEnd = MailHTML.html(of: content.corrections)
        // Numbers would depend on how many parts are left out.
        textEnd = MailText.texts(of: content.corrections.isEmpty ? [] : [content.corrections], links: .inline).joined()
    }

    /// The subject, from the publication's pattern.
    package var mailSubject: String { subject }

    /// How many parts the issue has, which a shortened mail may leave out from the end.
    package var partCount: Int { content.parts.count }

    /// - Parameters:
    ///   - count: how many parts to keep; if it's fewer than all, the mail says that the rest is on the web.
    ///   - unsubscribe: the URL, which differs between recipients.
    package func html(parts count: Int, unsubscribe: String) -> [UInt8] {
        site.templates.render(
            "mail", context(count, .html(Array(htmlParts.prefix(count).joined()) + htmlEnd), unsubscribe))
    }

    /// The text part, with `\n` at the end of lines; the parameters are those of ``html(parts:unsubscribe:)``.
    package func text(parts count: Int, unsubscribe: String) -> [UInt8] {
        let text = (textParts.prefix(count) + (textEnd.isEmpty ? [] : [textEnd])).joined(separator: "\n\n")
        return site.templates.render("mail-text", context(count, .text(text), unsubscribe))
    }

    private func context(_ count: Int, _ body: TemplateValue, _ unsubscribe: String) -> TemplateContext {
        let mail: TemplateContext = [
            "subject": .text(subject), "preheader": .text(content.preheader), "web": .text(content.url),
            "unsubscribe": .text(unsubscribe), "rest": count < partCount ? .text(content.url) : nil,
            "footer": .optional(site.publication.mail.footer),
            "heading": .text(MailText.heading(content.title)),
        ]
        return [
            "mail": .object(mail), "body": body,
            "issue": .object([
                "title": .text(content.title), "number": .optional(content.number.map(String.init)),
                "date": .text(content.date),
            ]),
        ]
    }
}
