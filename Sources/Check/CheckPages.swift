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
            "brackets-in-url",
            #"""
            An address has round brackets.

            Some readers of Markdown end the address at the first closing one. `%28` and `%29` mean the same to every server.
            """#
        ),
        (
            "broken-list",
            #"""
            A list falls apart: a line without its bullet, or a gap between two of its items.

            Without a bullet the line runs on from the item before it. An empty line between two items makes the whole list loose: each item becomes a paragraph of its own.
            """#
        ),
        (
            "bullet-without-space",
            #"""
            A bullet without a blank behind it is no bullet.

            The line runs on from the one before it, or stands as a paragraph of its own.
            """#
        ),
        (
            "closed-call",
            #"""
            A call for speakers has closed before the issue comes out.
            """#
        ),
        (
            "conflict-marker-left",
            #"""
            A marker of a conflict in git was left standing.

            Both sides' words stand in the issue, with git's lines between them. Keep what is right, and take the lines that begin with `<<<<<<<`, `|||||||`, `=======` and `>>>>>>>` out.
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
            "duplicate-section",
            #"""
            A heading stands twice under the same heading.

            One of the two was left by a merge, or the other was written without looking; readers who jump to it find half of its entries.
            """#
        ),
        (
            "empty-link-text",
            #"""
            A link without text: nobody sees it, and nobody can click it.
            """#
        ),
        (
            "empty-section",
            #"""
            A heading with nothing below it.

            Readers take it for a fault of the page; it goes before the issue comes out. Headings that may stand alone can be named (`empty-sections`).
            """#
        ),
        (
            "event-order",
            #"""
            An event stands before an earlier one of its region.

            Readers look for a day; within a region events go from the next to the last.
            """#
        ),
        (
            "event-outside-window",
            #"""
            An event lies behind the window that the issue announces, or the window is not this issue's.

            The line "Events between 2025-06-18 - 2025-07-16" says which events an issue lists; it must begin on the issue's day, give or take one, and both of its days must be there. Without such a line events may lie as many days ahead as the settings say (`events`).
            """#
        ),
        (
            "event-past",
            #"""
            An event is over before the issue comes out.

            It was carried over from an older issue, or its year is wrong.
            """#
        ),
        (
            "event-place-differs",
            #"""
            An event is at a place that differs from its organizer's other events.

            The same city with another code behind it (`Charlottesville, NC, US` and `Charlottesville, VA, US`) means that one of the two is wrong, whichever is older.
            """#
        ),
        (
            "event-region",
            #"""
            An event stands under a region that its country does not lie in.

            Headings stand for the places that the settings say (`regions`), by default continents for their countries.
            """#
        ),
        (
            "event-twice",
            #"""
            An event stands twice in its region.

            Two entries of one day that lead to the same page are one; a hybrid event stands once in each of its two regions.
            """#
        ),
        (
            "event-without-place",
            #"""
            An event does not say where it is.
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
            "house-rule",
            #"""
            A link breaks a rule of the publication's own.

            Rules are data (`rules`): patterns of addresses that are not wanted, or the only ones that are, in some sections or in all: no bare repository, no page of a registry, only the foundation's own news under its heading.
            """#
        ),
        (
            "impossible-date",
            #"""
            A day that no calendar has, such as 2025-02-30, or an event's line that cannot be read.
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
            "issue-date",
            #"""
            The issue's date is not a day on which it comes out, or not the one in its file's name.

            The day's weekday is told by the publication's calendar; a title that names a day must name this one.
            """#
        ),
        (
            "issue-length",
            #"""
            The issue is longer than the publication wants it to be (`longest-issue`).
            """#
        ),
        (
            "issue-number",
            #"""
            The issue's number does not follow from the issue before, or header and title name two.

            A number fits when it is as many higher as issues could have come out since, or the next one. The archive may have gaps.
            """#
        ),
        (
            "issue-title",
            #"""
            The issue's title is not made as those before it, or it is one that an issue has already.

            Where the last three titles differ in nothing but their number, so does this one.
            """#
        ),
        (
            "list-indentation",
            #"""
            An item is indented otherwise than its neighbours.

            A blank too few and it is no longer nested in the item above it; some readers of Markdown want four, others two, and none likes both in one list.
            """#
        ),
        (
            "list-marker",
            #"""
            An item has another bullet than its neighbours.

            In Markdown another bullet begins another list: where the bullets change, a list falls into two.
            """#
        ),
        (
            "mail-length",
            #"""
            The issue is longer than mail programs show (`longest-mail`).

            Gmail, for one, cuts a message off at about 102 KB; readers miss what stands below, and the way to unsubscribe with it.
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
            "missing-blank-line",
            #"""
            A list or a table follows text without an empty line between.

            Some readers of Markdown then take the list for a part of the paragraph, bullets and all.
            """#
        ),
        (
            "missing-language-tag",
            #"""
            A page in another language than the publication's has no tag with its code, such as `[ES]`.

            The language is told by the title's letters and commonest words, so only plain cases are found.
            """#
        ),
        (
            "missing-tag",
            #"""
            An entry lacks the tag that its host asks for, such as `[video]` before a link to a video host.

            Readers want to know before they click. Which hosts ask for which tag is told by the settings (`tags-of-hosts`); without any, the well-known video hosts ask for `[video]` as soon as the issue itself uses that tag.
            """#
        ),
        (
            "misspelt-name",
            #"""
            A name that the publication knows (`names`) is spelt otherwise.

            One letter wrong, missing, too many, or two that changed places; or other capitals, where the name has its own (`GitHub`). `spellings` adds single wrong words and what they should be.
            """#
        ),
        (
            "misspelt-section",
            #"""
            A heading is nearly one that the publication knows.

            What a section holds is told by its heading (`sections` in the settings), and readers have kept its address: a letter too many, and its entries are read as something else.
            """#
        ),
        (
            "name-differs-from-url",
            #"""
            A link's text is one letter away from the name at the end of its address.

            `[flac-coded](https://crates.io/crates/flac-codec)`: one of the two is a slip.
            """#
        ),
        (
            "none-beside-entries",
            #"""
            A section says that it holds nothing this time, and holds something.

            "No calls for testing were issued this week" is a sentence of the template; it goes when the first entry comes.
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
            "pull-request-count",
            #"""
            The count of merged pull requests cannot be that of its link.

            "389 pull requests were merged in the last week" and a link that asks a forge for them: the count must not be smaller than the number of those that the issue lists, nor be missing.
            """#
        ),
        (
            "pull-request-range",
            #"""
            The link to the merged pull requests asks for other days than this issue's.

            A query such as `merged:2025-06-10..2025-06-17` goes from the issue before to this one: it ends on the day before the issue or on its day, and is as long as the time between the two.
            """#
        ),
        (
            "self-link",
            #"""
            The issue links to its own page.

            Where a link to a discussion of the issue belongs, the issue's own address was copied.
            """#
        ),
        (
            "similar-title",
            #"""
            Two links have the same title, or nearly the same.

            They may be one article on two sites, or one page under two addresses. Numbers and months tell the parts of a series apart, and so do addresses that differ in nothing but their digits. The last issues count too (`last-issues`).
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

            `[text] (address)`, a line break between the two or within the address, a missing round bracket: readers see the brackets, and there is nothing to click. A text over two lines is a hint, unless the issue breaks its lines anyway.
            """#
        ),
        (
            "subscription-host",
            #"""
            A link leads to a host whose pages only subscribers can read (`subscription-hosts`).

            Readers meet a wall. Look for the same text elsewhere, or say so in the entry.
            """#
        ),
        (
            "tag-order",
            #"""
            An entry whose tag belongs at the end of its section stands before others (`tags-last`).

            A publication may keep what is to be heard or watched behind what is to be read.
            """#
        ),
        (
            "template-comment",
            #"""
            A comment of the template stands where content belongs.

            "The crate of the week goes here" and nothing below it: the section was forgotten. The comment may stay where the section has its entries.
            """#
        ),
        (
            "text-outside-comment",
            #"""
            What was meant for editors stands where readers see it, or what was meant for readers stands in a comment.

            A comment ends at the first `-->`, whatever was meant to be nested in it; what stands behind that on the same line is not read as Markdown; a comment that is never closed swallows the rest of the issue. Sentences of the publication's own template can be named (`template-comments`), so that they are told where they lost their comment.
            """#
        ),
        (
            "too-many-of-one",
            #"""
            More entries of one host, or of one author on a shared host, than the publication wants (`entries-per-author`).

            On hosts where many write (GitHub, Medium, YouTube and the like) the first part of the path tells the author.
            """#
        ),
        (
            "tracking-parameter",
            #"""
            A link carries parameters that tell where its reader came from.

            They change nothing of what is shown, spy on readers, and make the same page look like different ones. The key of a Medium friend link (`sk`) stays: it opens the page to readers who do not pay.
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
            "unknown-check",
            #"""
            A comment that silences a check names none, or one that does not exist.

            `<!-- sennight-ignore: duplicate-link -->` silences what it names, and nothing else; `sennight explain` lists the names.
            """#
        ),
        (
            "unknown-place-code",
            #"""
            A place ends with a code that no country has, or names a part that its country does not have.

            Countries go by ISO 3166-1, their parts by ISO 3166-2: `Brisbane, QLD, AU`. Codes that a publication uses besides can be given (`place-aliases`); `UK` for `GB` is.
            """#
        ),
        (
            "unknown-tag",
            #"""
            A tag that the publication does not know (`tags`).

            Readers and programs tell entries by their tags; one that is spelt otherwise is another tag.
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
        (
            "virtual-in-region",
            #"""
            A virtual event stands under a region, or one that only happens at a place stands under the virtual ones.

            Readers who cannot travel look under one heading, and those who want to meet people under another. Where most events under a virtual heading do not say so at their place, the heading is enough.
            """#
        ),
        (
            "weekday-mismatch",
            #"""
            A weekday does not fit its date.

            In an event's title ("Second Tuesday") or beside a date in the header: one of the two is wrong.
            """#
        ),
        (
            "year-off",
            #"""
            A date in an address is a year off.

            A report of "2024-04-22" in an issue of 23 April 2025: the address was made from last year's.
            """#
        ),
    ]
}
