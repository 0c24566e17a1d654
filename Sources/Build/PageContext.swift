internal import Newsletter
internal import Text

/// Builds the contexts that are passed to templates.
enum PageContext {
    /// The template names that have the same values on all pages.
    static func constants(
        _ publication: Publication, address: SiteAddress, words: Localization, styleSheet: String,
        icon: SiteIcon, liveReload: String?
    ) -> TemplateContext {
        var texts: TemplateContext = [:]
        for (name, text) in words.texts { texts[name] = .text(text) }
        return [
            "language": .text(words.language),
            "direction": LanguageTag(words.language)?.isRightToLeft == true ? .text("rtl") : nil,
            "stylesheet": .text(styleSheet),
            "icon": .text(address.href(icon.path(address))),
            "live_reload": .optional(liveReload),
            "image": .optional(publication.image.map(address.image)),
            "words": .object(texts),
            "search": SearchPages.context(publication, address: address).map { .object($0) },
            "publication": .object([
                "title": .text(publication.title),
                "description": .optional(publication.description),
                "author": .optional(publication.author),
                "email": .optional(publication.email),
                "home": .text(address.href(.home)),
                "archive": .text(address.href(.archive)),
                "license_name": .optional(publication.license?.name),
                "license_url": .optional(publication.license?.url),
                "submit": .optional(publication.submit),
                "subscribe": .optional(publication.subscribeFormAction),
                "signup": publication.subscribe.map { .object(signUp($0)) },
                "rss": .text(address.href(.feed(.rss, category: nil))),
                "atom": .text(address.href(.feed(.atom, category: nil))),
                "json": .text(address.href(.feed(.json, category: nil))),
                "calendar": publication.hasEvents ? .text(address.href(.calendar(region: nil))) : nil,
            ]),
        ]
    }

    private static func signUp(_ target: SubscribeTarget) -> TemplateContext {
        switch target {
        case .page(let url): ["page": .text(url)]
        case .form(let action, let field): ["form": .text(action), "field": .text(field)]
        }
    }
}

extension Site {
    /// The template names that every page has.
    ///
    /// - Parameters:
    ///   - path: the page's path; nil for a page that is served at several URLs.
    ///   - current: the navigation entry that the page belongs to: the name of a built-in one, or the link of another.
    func head(
        title: String? = nil, description: String? = nil, path: String?, type: String = "website",
        current: String? = nil,
        jsonLD: [UInt8]? = nil
    ) -> TemplateContext {
        let documentTitle =
            title.map { $0 == publication.title ? $0 : "\($0) · \(publication.title)" } ?? publication.title
        return [
            "document_title": .text(documentTitle),
            "description": .optional(description ?? publication.description),
            "canonical": .optional(path.map(address.url)),
            "og_type": .text(type),
            "json_ld": jsonLD.map { .html(Escaping.script($0)) },
            "navigation": .list(navigation(current: current)),
        ]
    }

    private func navigation(current: String?) -> [TemplateContext] {
        let entries: [(String, SiteAddress.Page)] = [
            ("newest_issue", .latest), ("archive", .archive), ("events", .events),
        ]
        return entries.filter { $0.1 != .events || publication.hasEvents }.map { name, page in
            ["name": .text(words[name]), "href": .text(address.href(page)), "current": .flag(name == current)]
        }
            + navigation.map { link in
                ["name": .text(link.title), "href": .text(link.href), "current": .flag(link.href == current)]
            }
    }

    /// The items of a list of issues.
    func list(_ summaries: some Sequence<IssueSummary>) -> [UInt8] {
        var items: [UInt8] = []
        for summary in summaries { items += templates.render("issue-item", listing(summary)) }
        return items
    }

    /// A link to an issue, with the details that lists show.
    func listing(_ summary: IssueSummary) -> TemplateContext {
        [
            "title": .text(summary.header.title),
            "number": .optional(summary.header.number.map(String.init)),
            "href": .text(address.href(summary.path)),
            "date": .text(words.long(summary.header.date)),
            "datetime": .text(summary.header.date.description),
            "topics": summary.topics.isEmpty ? nil : .text(summary.topics),
        ]
    }
}
