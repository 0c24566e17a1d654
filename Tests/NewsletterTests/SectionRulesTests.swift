import Newsletter
import Testing

@Suite struct SectionRulesTests {
    private let rules = SectionRules([
        SectionRule(kind: .events, headings: ["Upcoming Events"]),
        SectionRule(kind: .testing, headings: ["Call for Testing*"]),
        SectionRule(kind: .links, headings: ["RFCs"]),
        SectionRule(kind: .proposals, stage: .new, headings: ["RFCs"], under: ["Core"]),
        SectionRule(kind: .triage, headings: ["RFCs"], under: [""]),
        SectionRule(kind: .jobs, headings: ["Call for*"]),
    ])

    @Test(arguments: [
        "Upcoming Events", "upcoming events", " Upcoming Events: ", "Upcoming Events…".replacing("…", with: "!?"),
    ])
    func comparesWithoutCaseAndClosingPunctuation(heading: String) {
        #expect(rules.rule(for: heading, under: "")?.kind == .events)
    }

    @Test func takesAStarForAnything() {
        #expect(rules.rule(for: "Call for Testing (new!)", under: "")?.kind == .testing)
        #expect(rules.rule(for: "Call for Testing", under: "")?.kind == .testing)
        #expect(rules.rule(for: "Call for Papers", under: "")?.kind == .jobs)
    }

    @Test func prefersTheRuleForTheHeadingAbove() {
        #expect(rules.rule(for: "RFCs", under: "CORE.")?.kind == .proposals)
        #expect(rules.rule(for: "RFCs", under: "")?.kind == .triage)
        #expect(rules.rule(for: "RFCs", under: "Elsewhere")?.kind == .links)
    }

    @Test func keepsALoneStarForTheRest() {
        let rules = SectionRules([
            SectionRule(kind: .links, headings: ["News", "*"]), SectionRule(kind: .events, headings: ["Events"]),
        ])
        #expect(rules.rule(for: "Europe", under: "Events") == nil)
        #expect(rules.fallback?.kind == .links)
        #expect(SectionRules([SectionRule(kind: .links, headings: ["News*"])]).fallback == nil)
    }

    @Test func knowsNoOtherHeading() {
        #expect(rules.rule(for: "Upcoming", under: "") == nil)
        #expect(rules.rule(for: "", under: "") == nil)
        #expect(SectionRules([]).rule(for: "Upcoming Events", under: "") == nil)
    }
}
