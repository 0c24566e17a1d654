/// The pages of `sennight explain`: the checks' own doc comments.
///
/// Written by a test from the files in `LinkChecks/`; `SENNIGHT_UPDATE_GOLDEN=1 swift test --filter CheckPages` writes it
/// anew. It is as long as there are checks.
package enum LinkCheckPages {
    /// Nil for a name that no check has.
    package static func page(_ id: String) -> String? {
        pages.first { $0.id == id }?.text
    }

    /// The names of all checks.
    package static var ids: [String] { pages.map(\.id) }

    private static let pages: [(id: String, text: String)] = [
        (
            "bad-certificate",
            #"""
            The server's certificate is not good: it has run out, is for another name, or nobody who is trusted has signed it.

            Browsers stop readers with a warning. Link to the same page elsewhere, or tell those who keep the site.
            """#
        ),
        (
            "broken-server",
            #"""
            The server says that it is broken: `500` and above.

            That may pass. Open the link yourself before the issue goes out.
            """#
        ),
        (
            "canonical-address",
            #"""
            The page asks to be linked to by another address of the same site (`<link rel="canonical">`).

            The address in the issue may be a copy for phones, for one campaign or for one reader.
            """#
        ),
        (
            "dead-link",
            #"""
            The page is not there: the server says `404 Not Found` or `410 Gone`, or sends every reader to its front page.

            Look whether the page has moved, or link to a copy in a web archive.
            """#
        ),
        (
            "large-page",
            #"""
            The page is larger than a megabyte, not counting its pictures.

            It was not read further, so nothing else is known of it. Readers with slow connections wait long for it.
            """#
        ),
        (
            "moved-link",
            #"""
            The page has moved for good: every redirect on the way says so (`301`, `308`).

            Old addresses stop working one day. Where only the scheme, `www.` or a slash differs, it is a hint.
            """#
        ),
        (
            "old-article",
            #"""
            The page was published long before the issue (`links: old-after-weeks`, 26 by default).

            An old article may be offered as new by mistake. If it is meant, say so in the entry.
            """#
        ),
        (
            "other-language",
            #"""
            The page says that it is in another language than the publication, and its entry does not say so.

            Put the language's code before it, such as `[ES]`, so that readers know. Where the title tells the language, `missing-language-tag` speaks of it.
            """#
        ),
        (
            "other-title",
            #"""
            The page's title has no word in common with the link's text.

            The link may lead to another page than was meant. Where the text was reworded on purpose, there is nothing to do.
            """#
        ),
        (
            "paused-server",
            #"""
            The server has had too many questions and asks for a pause (`429`, `Retry-After`).

            Nothing is known of the link yet. Check it again later, or with fewer connections (`--connections-per-host`).
            """#
        ),
        (
            "payment-wall",
            #"""
            The page says that it is not free to read.

            It says so to search engines (`isAccessibleForFree`), by `402 Payment Required`, or to readers. Link to a free copy, or mark the entry with `[paywall]`.
            """#
        ),
        (
            "private-address",
            #"""
            The link leads to a machine that the public cannot reach, or to an address that no web client should ask.

            It was not asked. Such links get into issues from somebody's own network, or to spy on those who check them.
            """#
        ),
        (
            "redirect-loop",
            #"""
            The server sends readers from one address to the next without end.

            Browsers give up with an error. Some servers do so only to readers without cookies: open the link yourself.
            """#
        ),
        (
            "refusing-server",
            #"""
            The server refuses to show the page: `401`, `403` and other answers from `400` up.

            Many servers refuse programs and let readers in, so this is a hint. Open the link yourself.
            """#
        ),
        (
            "sign-in-wall",
            #"""
            The link ends at a page where readers have to sign in.

            Link to a page that everybody can read.
            """#
        ),
        (
            "slow-server",
            #"""
            The server takes longer than ten seconds.

            Readers will not wait either. Open the link yourself before the issue goes out.
            """#
        ),
        (
            "unknown-host",
            #"""
            No name server knows the link's host.

            Either its name is misspelt, or the site has gone. Look for a copy in a web archive.
            """#
        ),
        (
            "unreachable-server",
            #"""
            The server takes no connection, or breaks it.

            That may pass. Open the link yourself before the issue goes out.
            """#
        ),
    ]
}
