import Testing

/// Raw HTML passes but does not break the page.
@Suite struct RawHTMLTests {
    @Test(arguments: [
        ("a <b>b</b> c", "<p>a <b>b</b> c</p>\n"), ("a <B CLASS='x'>b</B>", "<p>a <B CLASS='x'>b</b></p>\n"),
        ("<br> a <img src=x>", "<p><br> a <img src=x></p>\n"),
        ("<div>\n\n*a*\n\n</div>", "<div>\n<p><em>a</em></p>\n</div>\n"),
        ("<details><summary>S</summary>x</details>", "<details><summary>S</summary>x</details>\n"),
        ("<script>if (a<b) x(\"</p>\")</script>", "<script>if (a<b) x(\"</p>\")</script>\n"),
    ])
    func letsItThrough(markdown: String, page: String) {
        #expect(html(markdown) == page)
    }

    @Test(arguments: [
        ("a <b>b", "<p>a <b>b</b></p>\n"), ("a <b><i>b</b> c", "<p>a <b><i>b</i></b> c</p>\n"),
        ("* <b>a\n* b", "<ul>\n<li><b>a</b></li>\n<li>b</li>\n</ul>\n"),
        ("<div>\n\na", "<div>\n<p>a</p>\n</div>"),
        ("> <div>\n\na", "<blockquote>\n<div>\n</div></blockquote>\n<p>a</p>\n"),
        ("# <b>a\nb", "<h1 id=\"a\"><b>a</b></h1>\n<p>b</p>\n"), ("<a name=\"x\"/>a", "<p><a name=\"x\"></a>a</p>\n"),
        ("a <b/> c", "<p>a <b></b> c</p>\n"),
        ("<script><!-- <script>", "<script><\\!-- <script>\n</script>"),
        ("<script><!-- <Script></script> -->", "<script><\\!-- <Script></script> -->\n"),
        ("<script><!-- x --></script>", "<script><!-- x --></script>\n"),
        (
            "a <script><b title='<!--'><script>",
            "<p>a <script><b title='<\\!--'><script></script></b></script></p>\n"
        ),
        ("<script>x", "<script>x\n</script>"), ("<textarea>\n</div>", "<textarea>\n</div>\n</textarea>"),
        ("| a |\n|-|\n| <b>x |", nil),
        ("[a <script>b](u) c", "<p><a href=\"u\">a <script>b</script></a> c</p>\n"),
        ("**a <i>b** c</i>", "<p><strong>a <i>b</i></strong> c</p>\n"),
    ])
    func closesWhatWasLeftOpen(markdown: String, page: String?) {
        let page =
            page
            ?? "<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td><b>x</b></td>\n</tr>\n</tbody>\n</table>\n"
        #expect(html(markdown) == page)
    }

    @Test(arguments: [
        ("a </b> c", "<p>a  c</p>\n"), ("</div></main></body></html>", ""), ("a <!-- b --> c", "<p>a  c</p>\n"),
        ("<!-- a\n\nb -->\n\nc", "<p>c</p>\n"), ("<!-- open\n\n</footer>", ""),
        ("<body class=x><main>a</main>", "a\n"), ("<meta http-equiv=refresh content=0>", ""), ("<base href=x>", ""),
        ("<title>x</title>", "x\n"),
        ("<plaintext>a", "<p>a</p>\n"), ("<?php x ?>", ""), ("<!DOCTYPE html>", ""),
        ("<div>a</section></div>", "<div>a</div>\n"),
        ("> </blockquote></div>\n\na", "<blockquote>\n</blockquote>\n<p>a</p>\n"),
    ])
    func dropsWhatIsThePagesOwn(markdown: String, page: String) {
        // Empty lines may stay where something was.
        #expect(html(markdown).split(separator: "\n") == page.split(separator: "\n"))
    }

    @Test(.timeLimit(.minutes(20))) func isQuickWithManyTags() {
        let count = 50_000
        let page = html(
            "<div>\n" + String(repeating: "<b>", count: count) + String(repeating: "</i>", count: count))
        #expect(page.utf8.count == 6 + 3 * count + 1 + 4 * count + 6)
    }

    @Test(arguments: ["<div\n\na", "<div class=\"x>\n\na", "<", "a < b", "<>", "</>", "<3", "<div <p>"])
    func escapesWhatIsNoTag(markdown: String) {
        let page = PageBalance(html(markdown))
        #expect(page.unclosed == [] && page.unopened == [])
    }
}
