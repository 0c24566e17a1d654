/// The pages of `sennight explain`: the checks' own doc comments.
///
/// Written by a test from the files in `Checks/`; `SENNIGHT_UPDATE_GOLDEN=1 swift test --filter CheckPages` writes it
/// anew. It is as long as there are checks.
package enum CheckPages {
    /// Nil for a name that no check has.
    package static func page(_ id: String) -> String? {
        pages.first { $0.id == id }?.text
    }

    /// The names of all checks.
    package static var ids: [String] { pages.map(\.id) }

    private static let pages: [(id: String, text: String)] = [
        (
            "bullet-without-space",
            #"""
            A bullet without a blank behind it is no bullet.

            The line runs on from the one before it, or stands as a paragraph of its own.
            """#
        ),
        (
            "duplicate-link",
            #"""
            The same link stands twice, in this issue or in one before it.

            Links are compared by where they lead: scheme, `www.`, tracking parameters and trailing slashes make no difference. Within an issue two entries of the same kind must not share a link. Against the last issues (`last-issues`, six by default) only links and merged pull requests count, for events and calls are meant to be repeated; what stood in an older issue is only a hint.
            """#
        ),
        (
            "empty-link-text",
            #"""
            A link without text: nobody sees it, and nobody can click it.
            """#
        ),
        (
            "heading-level",
            #"""
            A heading is more than one level below the one before it, or indented so that it hangs on nothing.

            Who listens to a page goes from heading to heading, and takes a missing level for a part that was lost (WCAG 1.3.1).
            """#
        ),
        (
            "indented-heading",
            #"""
            A heading is indented.

            Some readers of Markdown take it for text, and below a list it becomes a part of the list's last item.
            """#
        ),
        (
            "malformed-url",
            #"""
            An address that no browser can follow: a mistyped scheme, no host, text in its place.

            Text and address swapped, a letter too many in `hhttps:`, a closing bracket that the address ended too early at: readers who click see an error.
            """#
        ),
        (
            "odd-backticks",
            #"""
            A backtick opens code that is never closed, or a link's bracket is caught in code.

            The backtick is shown as it is, and what should be code is text; where the next backtick is a link further on, the link between them is gone. Code that spans lines is told too: most tools that show Markdown do not take it.
            """#
        ),
        (
            "padded-link-text",
            #"""
            A link's text begins or ends with a blank.

            The blank is underlined with the link; it belongs outside.
            """#
        ),
        (
            "placeholder-left",
            #"""
            A placeholder was left where content belongs.

            `INSERT_LINK_HERE`, `[link TBD]`, `[ - ]()` and the like are for editors; the settings can name more (`placeholders`). An empty bullet in a comment is told too, with less weight: readers do not see it, but it says that the section was not looked through.
            """#
        ),
        (
            "simplifiable-url",
            #"""
            An address has parts that mean nothing: an empty query or fragment, a doubled slash, a default port.

            The shorter address leads to the same page, and the same page is found again by it.
            """#
        ),
        (
            "split-link",
            #"""
            A link falls apart between its text and its address, or its address is never closed.

            `[text] (address)`, a line break between the two or within the address, a missing round bracket: readers see the brackets, and there is nothing to click.
            """#
        ),
        (
            "tracking-parameter",
            #"""
            A link carries parameters that tell where its reader came from.

            They change nothing of what is shown, spy on readers, and make the same page look like different ones.
            """#
        ),
        (
            "truncated-text",
            #"""
            An entry's text is cut off with "…".

            Forges and chats cut long titles off when they show them, and what is copied from there is cut off too.
            """#
        ),
        (
            "unbalanced-link-text",
            #"""
            A bracket in a link's text is never closed, or closed and never opened.

            Often a part of the title was lost, or the link's own bracket stands in the wrong place.
            """#
        ),
        (
            "undefined-reference",
            #"""
            A reference such as `[text][label]` has no definition `[label]: address`.

            Readers see the brackets. Tags in front of an entry, such as `[audio]` or `[disposition: merge]`, and single words in brackets are no references.
            """#
        ),
        (
            "unescaped-tag",
            #"""
            What should be shown, such as `Vec<T>`, reads as a tag of HTML and vanishes.

            Put it into backticks or write `\<`. Tags that a page's readers can do without, such as `<img>` in running text, are left alone, for they are HTML.
            """#
        ),
        (
            "unused-definition",
            #"""
            A definition `[label]: address` that nothing refers to.

            Readers never see it: a reference to it was lost, or is spelt otherwise.
            """#
        ),
        (
            "unusual-scheme",
            #"""
            A link of another scheme than `https`, `http` and `mailto`.

            Most readers have no program for it, and some schemes run code.
            """#
        ),
        (
            "url-as-text",
            #"""
            A link's text is its address.

            The address says little, and a screen reader spells it out; the page's title says more.
            """#
        ),
        (
            "vague-link-text",
            #"""
            A link's text says nothing without what stands around it: "click here", "link".

            Readers skim links, and screen readers list them (WCAG 2.4.4).
            """#
        ),
    ]
}
