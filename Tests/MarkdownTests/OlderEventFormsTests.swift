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
        ("* [7/7, San Diego Rust Meetup](u)", "2025-07-07 in-person: San Diego Rust Meetup <u>"),
        ("* [8/5. Montreal](u).", "2025-08-05 in-person: Montreal <u>"),
        ("* [7/21. Paris - Rust Paris](u)", "2025-07-21 in-person @ Paris: Rust Paris <u>"),
        ("* 12/18 Bay Area Rust: [Crypto](u)", "2025-12-18 in-person: Bay Area Rust: Crypto <u>"),
        ("* [1/9 - 1/10: Talk](u)", "2026-01-09…2026-01-10 in-person: Talk <u>"),
        ("* [May 30/31. Berlin, DE - Talk](u)", "2025-05-30…2025-05-31 in-person @ Berlin, DE: Talk <u>"),
        ("* [Nov 26+28, Rome, Italy - Talk](u)", "2025-11-26…2025-11-28 in-person @ Rome, Italy: Talk <u>"),
        (
            "* [June 29. 2025, Dallas, TX, US - A - Talk](u)",
            "2025-06-29 in-person @ Dallas, TX, US, by A: Talk <u>"
        ),
        ("* [June 29 2025 | Oslo, NO | Talk](u)", "2025-06-29 in-person @ Oslo, NO: Talk <u>"),
        ("* [July 5 & 6, 2025 | Oslo, NO | Talk](u)", "2025-07-05…2025-07-06 in-person @ Oslo, NO: Talk <u>"),
        ("* [Jul 5. 1984 read aloud](u)", "2025-07-05 in-person: 1984 read aloud <u>"),
        (
            "* [Jul 15 - August 7, Online - Hackathon - Register now](u)",
            "2025-07-15…2025-08-07 virtual @ Online, by Hackathon: Register now <u>"
        ),
        ("* [Dec 30 - Jan 2. Talk](u)", "2025-12-30…2026-01-02 in-person: Talk <u>"),
        ("* [Jul 2. Workshop at C - B - Ulm, DE](u)", "2025-07-02 in-person @ Ulm, DE, by B: Workshop at C <u>"),
        ("* [Jul 2. Test - Systems Programming](u)", "2025-07-02 in-person: Test - Systems Programming <u>"),
        ("* [Jul 10. Camp Nagpur - I](u)", "2025-07-10 in-person: Camp Nagpur - I <u>"),
        (
            "* [Jul 17. Chennai, IN - Monthly Meetup - March](u)",
            "2025-07-17 in-person @ Chennai, IN: Monthly Meetup - March <u>"
        ),
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
        "* Sometime [Talk](u)", "* [24/7. Talk](u)", "* [1/2/2015. Talk](u)",
    ])
    func takesNothingElseForADate(line: String) throws {
        let found = try entries(.events, line)
        #expect(found.map(\.content) == [.prose])
        #expect(found.map(\.urls) == [["u"]])
    }
}
