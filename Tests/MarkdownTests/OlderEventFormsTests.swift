import Newsletter
import Testing

/// Event lines as they were written from 2013 to 2022, in an issue of 18 June 2025.
@Suite struct OlderEventFormsTests {
    @Test(arguments: [
        (
            "* [Jun 19. Rust Community Content Subteam Meeting at #rust-content](irc://x).",
            "2025-06-19 in-person: Rust Community Content Subteam Meeting at #rust-content <irc://x>"
        ),
        ("* [Jul 1. Seattle, US - Monthly meetup](u).", "2025-07-01 in-person @ Seattle, US: Monthly meetup <u>"),
        ("* [Jul 1. Rust Paris - Monthly meetup](u).", "2025-07-01 in-person, by Rust Paris: Monthly meetup <u>"),
        (
            "* [Jul 1. Cologne, DE - Rust User Group Cologne - Spectrum - a talk](u)?",
            "2025-07-01 in-person @ Cologne, DE, by Rust User Group Cologne: Spectrum - a talk <u>"
        ),
        ("* [2014-12-08 Seattle Rust Meetup](u)", "2014-12-08 in-person: Seattle Rust Meetup <u>"),
        (
            "* [December 8, 2021 | Los Angeles, CA, US | **Meetup** | Rust Los Angeles](u)",
            "2021-12-08 in-person @ Los Angeles, CA, US, by Rust Los Angeles: Meetup <u>"
        ),
        ("* [July 4th, Online - Talk](u)", "2025-07-04 virtual @ Online: Talk <u>"),
        ("* [Sept. 9. Talk](u)", "2025-09-09 in-person: Talk <u>"),
        // The year is the one that brings the day near the issue's: not long before it, never far behind.
        ("* [Jan 9. Talk](u)", "2026-01-09 in-person: Talk <u>"),
        ("* [May 30. Talk](u)", "2025-05-30 in-person: Talk <u>"),
    ])
    func readsTheLine(line: String, event: String) throws {
        #expect(try entries(.events, line).map(\.eventLine) == [event])
    }

    @Test(arguments: [
        "* [Mayor's talk](u)", "* [Feb 30. Talk](u)", "* [Juno 3. Talk](u)", "* [Jun 191. Talk](u)",
        "* Sometime [Talk](u)",
    ])
    func takesNothingElseForADate(line: String) throws {
        let found = try entries(.events, line)
        #expect(found.map(\.content) == [.prose])
        #expect(found.map(\.urls) == [["u"]])
    }
}
