import Testing

@Suite struct SettingsFaultsTests {
    private static let masthead = "title: W\nurl: https://example.org/\n"

    @Test(arguments: [
        ("titel: X", "3:1: error: unknown key 'titel'. Did you mean 'title'?"),
        ("license: { nmae: X, name: Y }", "3:12: error: unknown key 'nmae' in 'license'. Did you mean 'name'?"),
        ("license: { url: X }", "1:1: error: 'license.name' is missing. Write 'license.name: …'"),
        (
            "timezone: Mars/Olympus",
            "3:11: error: unknown time zone 'Mars/Olympus'. Use an IANA name such as Europe/Berlin"
        ),
        ("language: dee", "3:11: error: 'language' cannot be 'dee'. Did you mean 'de'?"),
        ("language: klingon", "3:11: error: 'language' cannot be 'klingon'. Choose one of: en, de"),
        ("feeds: { items: many }", "3:17: error: 'feeds.items' must be a number from 1 to 100. Change 'many'"),
        ("feeds: { items: 101 }", "3:17: error: 'feeds.items' must be a number from 1 to 100. Change '101'"),
        ("home: { items: 0 }", "3:16: error: 'home.items' must be a number from 1 to 1000. Change '0'"),
        ("author: [a, b]", "3:9: error: 'author' must be text. Write one value behind the colon"),
        ("folders: content", "3:10: error: 'folders' must be a mapping. Write 'folders: { issues: … }'"),
        ("sections: links", "3:11: error: 'sections' must be a list. Write its items on lines that begin with '-'"),
        (
            "address: /{slgu}/",
            "3:10: error: unknown part '{slgu}' in the address. Known are: year, month, day, slug, number"
        ),
        (
            "archive: ../up/",
            "3:10: error: an address begins and ends with '/' and stays inside the site. Write it like /blog/old/"
        ),
        (
            "archive: /a/../../b/",
            "3:10: error: an address begins and ends with '/' and stays inside the site. Write it like /blog/old/"
        ),
        (
            "points: { discuss: { newest: https://example.org } }",
            "3:30: error: 'newest' is no issue number. Write 'number: address' lines"
        ),
        (
            "sections: [{ kind: link, headings: [A] }]",
            "3:20: error: 'sections[1].kind' cannot be 'link'. Did you mean 'links'?"
        ),
        ("sections: [{ kind: links }]", "3:12: error: a section rule without headings. Write 'headings: [ … ]'"),
    ])
    func namesTheFaultAndItsPlace(line: String, fault: String) {
        #expect(faults(Self.masthead + line) == ["sennight.yaml:" + fault])
    }

    @Test func tellsAllFaultsInOneGo() {
        let found = faults("url: nowhere\ntimezone: X/Y\nfeeds: { items: 0 }\ncalender: {}\nlegacy: [{ file: a }]\n")
        #expect(
            found == [
                "sennight.yaml:4:1: error: unknown key 'calender'. Did you mean 'calendar'?",
                "sennight.yaml:1:1: error: 'title' is missing. Write 'title: …'",
                "sennight.yaml:1:6: error: 'nowhere' isn't a web address. Write it as https://example.org/",
                "sennight.yaml:2:11: error: unknown time zone 'X/Y'. Use an IANA name such as Europe/Berlin",
                "sennight.yaml:3:17: error: 'feeds.items' must be a number from 1 to 100. Change '0'",
                "sennight.yaml:1:1: error: 'legacy[1].title' is missing. Write 'legacy[1].title: …'",
            ])
    }

    @Test(arguments: ["ftp://example.org/", "https://", "example.org", "javascript:alert(1)"])
    func refusesWhatIsNoWebAddress(url: String) {
        #expect(
            faults("title: W\nurl: \(url)") == [
                "sennight.yaml:2:6: error: '\(url)' isn't a web address. Write it as https://example.org/"
            ])
    }
}
