import Newsletter
import Testing

/// Event lines as they have been written since 2022, with the title on a nested line.
@Suite struct EventFormsTests {
    @Test(arguments: [
        (
            "* 2025-06-19 | Virtual (Berlin, DE) | [Rust Berlin](o)\n    * [**Hack & Learn**](u)",
            "2025-06-19 virtual @ Berlin, DE, by Rust Berlin <o>: Hack & Learn <u>"
        ),
        (
            "- 2025-6-9 | Paris, FR | [Rust Paris](o)\n  - [Meetup](u)",
            "2025-06-09 in-person @ Paris, FR, by Rust Paris <o>: Meetup <u>"
        ),
        (
            "* 2025-06-19 | Köln, DE | [A](a) + [B](b)\n    * [T](u) | [**Mirror**](v)",
            "2025-06-19 in-person @ Köln, DE, by A <a> & B <b>: T <u>"
        ),
        (
            "* 2025-06-19 | Cambridge, UK | [A](a) | [B](b)\n    * [T](u)",
            "2025-06-19 in-person @ Cambridge, UK, by A <a> & B <b>: T <u>"
        ),
        ("* 2025-06-19 | Oslo, NO [A](a)\n    * [T](u)", "2025-06-19 in-person @ Oslo, NO, by A <a>: T <u>"),
        ("* 2025-06-19 | Oslo, NO | Rust Oslo\n    * [T](u)", "2025-06-19 in-person @ Oslo, NO, by Rust Oslo: T <u>"),
        ("* 2025-06-19 | Oslo, NO | [A](a)", "2025-06-19 in-person @ Oslo, NO, by A <a>: A <a>"),
        ("* 2025-06-19|Oslo, NO|[A](a)\n\n    [T](u)", "2025-06-19 in-person @ Oslo, NO, by A <a>: T <u>"),
        ("* 2025-06-19 || [A](a)\n    * [T](u)", "2025-06-19 in-person, by A <a>: T <u>"),
        (
            "* 2025-06-19 | Oslo, NO | <a href=\"a\">A</a>\n    * <a href='u?x&amp;y'>T</a>",
            "2025-06-19 in-person @ Oslo, NO, by A <a>: T <u?x&y>"
        ),
        (
            "* 2025-06-19 | Oslo, NO | [A][1]\n    * [T][2]\n\n[1]: a\n[2]: u",
            "2025-06-19 in-person @ Oslo, NO, by A <a>: T <u>"
        ),
    ])
    func readsTheLine(line: String, event: String) throws {
        #expect(try entries(.events, line).map(\.eventLine) == [event])
    }

    @Test(arguments: [
        ("2025-06-19 - 2025-06-21", "2025-06-19…2025-06-21"), ("2025-06-19 – 21", "2025-06-19…2025-06-21"),
        ("2025-06-19 & 2025-06-20", "2025-06-19…2025-06-20"), ("2025-06-30 - 07-02", "2025-06-30…2025-07-02"),
        ("2025-12-30 to 2026-01-02", "2025-12-30…2026-01-02"), ("2025-06-19, 20", "2025-06-19…2025-06-20"),
        // The second day lies before the first, or does not exist: it is no second day.
        ("2025-06-19 - 2025-06-10", "2025-06-19"), ("2025-06-19 - 31", "2025-06-19"),
    ])
    func readsOneOrTwoDays(days: String, read: String) throws {
        #expect(
            try entries(.events, "* \(days) | Oslo, NO | [A](a)\n  * [T](u)").map(\.eventLine) == [
                read + " in-person @ Oslo, NO, by A <a>: T <u>"
            ])
    }

    @Test func takesAllLinksAndTags() throws {
        let entry = try #require(
            try entries(.events, "* [free] 2025-06-19 | Oslo, NO | [A](a)\n  * [T](u)\n  * [Other](v)").first)
        #expect(entry.urls == ["a", "u", "v"])
        #expect(entry.tags == ["free"])
    }
}
