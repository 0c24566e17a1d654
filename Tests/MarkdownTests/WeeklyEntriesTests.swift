import Newsletter
import Testing

/// The kinds whose entries are not list items: pick, quote, jobs, triage, prose.
@Suite struct WeeklyEntriesTests {
    @Test func readsThePick() throws {
        let found = try entries(.pick, "This week's crate is [wtx](u), thanks to [her](v).\n\nPlease [vote](w)!")
        #expect(found.map(\.line) == ["pick: wtx <u>", "prose: Please vote!"])
        #expect(found.map(\.urls) == [["u", "v"], ["w"]])
        let two = "This week's crate is [a](u).\n\nThanks to [her](v)!\n\nThis week's crate is [b](w)."
        #expect(try entries(.pick, two).map(\.line) == ["pick: a <u>", "prose: Thanks to her!", "pick: b <w>"])
        #expect(try entries(.pick, "[A](u)\n\n[Submit](v)").map(\.content) == [.pick, .prose])
        #expect(try entries(.pick, "Nothing this week.").map(\.content) == [.prose])
        #expect(try entries(.pick, "Nothing this week.\n\n[Submit](u)!").map(\.content) == [.prose, .prose])
        #expect(
            try entries(.pick, "Nothing. [Send us what you want to see here](u)!").map(\.content) == [.prose])
        #expect(try entries(.pick, "Two:\n\n* [One](u)\n* [Two](v)").map(\.line) == ["prose: Two:", "pick: One <u>"])
        #expect(try entries(.pick, "*Nothing by [us](u).*\n\n[Submit](u)!").map(\.content) == [.prose, .prose])
    }

    @Test func readsQuotesAndWhoSaidThem() throws {
        let found = try entries(
            .quote,
            "> To *be*\n> or not.\n\n– [Hamlet](u) on [stage](v)\n\nThanks to [him](w).\n\n> Alone.\n\nPlease vote")
        #expect(
            found.map(\.content) == [
                .quote(Quote(text: "To be or not.", attribution: "Hamlet on stage")), .prose,
                .quote(Quote(text: "Alone.", attribution: nil)), .prose,
            ])
        #expect(found.map(\.url) == ["u", nil, nil, nil])
        #expect(found.map(\.urls) == [["u", "v"], ["w"], [], []])
    }

    @Test(arguments: [
        ("[Hamlet](u)", "Hamlet"), ("From the [first](u) act.", "From the first act."), ("- [Hamlet](u)", "Hamlet"),
        ("~ Hamlet", "Hamlet"), ("Thanks to [him](u).", nil), ("[Submit](u)!", nil), ("Please [vote](u)", nil),
        ("*Edited by [us](u).*", nil), ("- [one](u)\n- [two](v)", nil), ("And the reply:", nil), ("- Nobody", "Nobody"),
        (String(repeating: "words ", count: 40), nil),
    ])
    func readsWhoSaidIt(below: String, attribution: String?) throws {
        let found = try entries(.quote, "> To be.\n\n\(below)")
        #expect(found.first?.content == .quote(Quote(text: "To be.", attribution: attribution)))
        #expect(found.count == (attribution == nil ? 2 : 1))
    }

    @Test func joinsTheParagraphsOfAQuote() throws {
        let found = try entries(.quote, "> One.\n>\n> Two [x](a).\n\n<!-- -->\n\n> Three.\n\n-- Me")
        #expect(found.map(\.content.type) == ["quote", "quote", "prose"].dropLast())
        #expect(found.first?.content == .quote(Quote(text: "One. Two x.", attribution: nil)))
    }

    @Test func readsJobs() throws {
        let list = try entries(.jobs, "See [the thread](t):\n\n* [Engineer](u) at [Co](v)")
        #expect(list.map(\.line) == ["prose: See the thread:", "job: Engineer <u>"])
        #expect(
            try entries(.jobs, "See [the thread](t).\n\nGood luck.").map(\.line) == [
                "job: the thread <t>", "prose: Good luck.",
            ])
        #expect(try entries(.jobs, "*Write to [us](u)!*").map(\.content) == [.prose])
    }

    @Test func readsTheTriageReportAsOne() throws {
        let found = try entries(.triage, "A [week](a).\n\n* [x](b)\n\n| [c](c) |\n|---|\n\n[Full report](d)\n")
        #expect(found.map(\.line) == ["triage: Heading <d>"])
        #expect(found.map(\.urls) == [["a", "b", "c", "d"]])
        #expect(try entries(.triage, "<!-- nothing -->").isEmpty)
    }

    @Test func readsEverythingElseAsProse() throws {
        let found = try entries(
            .prose,
            "Words [a](a).\n\n* [b](b)\n* [c](c)\n\n```\n[no](no)\n```\n\n<div><a href=d>d</a></div>\n\n<!-- [no](no) -->"
        )
        #expect(found.map(\.content) == [.prose, .prose, .prose, .prose])
        #expect(found.flatMap(\.urls) == ["a", "b", "c", "d"])
    }
}
