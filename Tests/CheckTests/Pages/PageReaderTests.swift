import Newsletter
import Testing

@testable import Check
import Text

@Suite struct PageReaderTests {
    private func facts(_ html: String) -> PageFacts { PageReader.facts(of: Array(html.utf8)) }

    @Test func readsTheHead() {
        let page = facts(
            """
            <!doctype html><!-- <title>No</title> --><HTML lang=de-AT><head>
            <TITLE>\n  Bits &amp; bytes &#8211;  a &#x74;est </TITLE>
            <meta property="og:title" content='A "quoted" title'><link href="/page" rel="nofollow canonical">
            <meta content="2026-03-04T08:00:00+01:00" property="article:published_time"></head>
            """)
        #expect(page.title == "Bits & bytes – a test")
        #expect(page.sharedTitle == "A \"quoted\" title")
        #expect(page.canonical == "/page")
        #expect(page.languageCode == "de")
        #expect(page.published == CalendarDate(year: 2026, month: 3, day: 4))
        #expect(page.wall == nil)
    }

    @Test func keepsTheFirstTitle() {
        #expect(facts("<title>Page</title><svg><title>Arrow</title></svg>").title == "Page")
    }

    @Test(arguments: [
        "<script type=\"application/ld+json\">{\"datePublished\" : \"2026-03-04T01:00:00Z\"}</script>",
        "<time itemprop='datePublished' datetime='2026-03-04'></time><time datetime='2020-01-01'></time>",
        "<time datetime=2026-03-04>yesterday</time><time datetime='2026-03-04T10:00'>today</time>",
        "<meta name=date content=2026/03/04>",
    ]) func readsTheDay(html: String) {
        #expect(facts(html).published == CalendarDate(year: 2026, month: 3, day: 4))
    }

    @Test func readsNoDayOfAList() {
        #expect(facts("<time datetime='2026-03-04'></time><time datetime='2026-03-05'></time>").published == nil)
        #expect(facts("<script>\"datePublished\":\"2026-03-04\"</script>").published == nil)
    }

    @Test(arguments: [
        "<script type='application/ld+json'>{\"isAccessibleForFree\":\"False\"}</script>",
        "<script type='application/ld+json'>{\"isAccessibleForFree\": false}</script>",
        "<meta property='article:content_tier' content='locked'>",
        "<script>{\"isLockedPreviewOnly\":true}</script>",
    ]) func seesPaymentWalls(html: String) {
        #expect(facts(html).wall == .payment)
    }

    @Test func seesNoWallWhereThereIsNone() {
        #expect(facts("<script type='application/ld+json'>{\"isAccessibleForFree\":true}</script>").wall == nil)
        #expect(facts("<p>isAccessibleForFree: false").wall == nil)
        #expect(facts("<input type=password>").wall == .signIn)
    }

    @Test func readsPagesOfOneBytePerLetter() {
        let page = PageReader.facts(
            of: Array("<title>Caf".utf8) + [0xE9] + Array("</title>".utf8), contentType: "text/html")
        #expect(page.title == "Café")
    }

    @Test(arguments: [
        "", "<", "<!", "<!--", "<title", "<title>", "<meta content=\"", "<link rel=canonical href=", "<a =\"\" = x>",
        "<script>", "</", "<html lang", "<time datetime='", "<meta / / name=date content>",
    ]) func comesToAnEndOnBrokenPages(html: String) {
        #expect(facts(html).published == nil)
    }

    @Test func readsALargePageInNoTime() {
        let page = facts(String(repeating: "<p a='>'>&amp;<", count: 60_000) + "<title>End</title>")
        #expect(page.title == "End")
    }
}
