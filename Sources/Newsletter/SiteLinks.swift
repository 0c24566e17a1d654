/// An entry that a publication adds to the navigation of its site.
package struct NavigationItem: Hashable, Sendable {
    /// The text of the link; nil for the title of the page.
    package var title: String?
    /// The name of a page, a path of the site that begins with `/`, or a URL.
    package var target: String

    package init(title: String?, target: String) {
        self.title = title
        self.target = target
    }

    /// Whether the target is a page in the folder of pages, rather than a path or a URL.
    package var isPage: Bool { !target.hasPrefix("/") && !target.contains(":") }
}

/// Where readers subscribe, if not on the server for subscriptions.
package enum SubscribeTarget: Hashable, Sendable {
    /// A page with a form.
    case page(url: String)
    /// The action of a form that is posted, and the name of the field with the mail address.
    case form(action: String, field: String)
}
