import Testing

@Suite struct SettingsFaultsTests {
    private static let masthead = "title: W\nurl: https://example.org/\n"

    @Test(arguments: [
        ("titel: X", "3:1: error: unknown key 'titel'. Did you mean 'title'?"),
        ("license: { nmae: X, name: Y }", "3:12: error: unknown key 'nmae' in 'license'. Did you mean 'name'?"),
        ("license: { url: X }", "3:10: error: 'license.name' is missing. Write 'name: …'"),
        (
            "timezone: Mars/Olympus",
            "3:11: error: 'timezone' isn't a time zone: 'Mars/Olympus'. Write an IANA name such as Europe/Berlin"
        ),
        ("placeholders: { A: jobz }", "3:20: error: 'placeholders.A' can't be 'jobz'. Did you mean 'jobs'?"),
        ("feeds: { items: many }", "3:17: error: 'feeds.items' must be a number from 1 to 100. Change 'many'"),
        ("feeds: { items: 101 }", "3:17: error: 'feeds.items' must be a number from 1 to 100. Change '101'"),
        ("home: { items: 0 }", "3:16: error: 'home.items' must be a number from 1 to 1000. Change '0'"),
        ("author: [a, b]", "3:9: error: 'author' must be text. Write one value after the colon"),
        ("folders: content", "3:10: error: 'folders' must be a mapping. Write 'folders: { issues: … }'"),
        ("sections: links", "3:11: error: 'sections' must be a list. Write the items on lines that begin with '-'"),
        (
            "address: /{slgu}/",
            "3:10: error: 'address' has an unknown placeholder '{slgu}'. Did you mean '{slug}'?"
        ),
        (
            "draft: { pick: '{lnk} by {who}' }",
            "3:16: error: 'draft.pick' has an unknown placeholder '{lnk}'. Did you mean '{link}'?"
        ),
        (
            "mail: { from: A <a@example.org>, subject: '{week}' }",
            "3:43: error: 'mail.subject' has an unknown placeholder '{week}'. The placeholders are: {title}, {number}, {date}"
        ),
        (
            "description: A: b",
            "3:15: error: the file isn't valid YAML: mapping values are not allowed in this context. If the value contains a colon, put the value in quotes: 'title: \"A: b\"'"
        ),
        (
            "submit: javascript:alert(1)",
            "3:9: error: 'submit' isn't an address for readers: 'javascript:alert(1)'. Write a web address with https://, or mailto: and a mail address"
        ),
        (
            "archive: ../up/",
            "3:10: error: 'archive' must begin and end with '/' and stay inside the site. Write the address like /blog/old/"
        ),
        (
            "archive: /a/../../b/",
            "3:10: error: 'archive' must begin and end with '/' and stay inside the site. Write the address like /blog/old/"
        ),
        (
            "redirects: { discuss: { newest: https://example.org } }",
            "3:25: error: 'redirects.discuss' has a key that isn't an issue's number: 'newest'. Write 'NUMBER: ADDRESS' lines"
        ),
        (
            "sections: [{ kind: link, headings: [A] }]",
            "3:20: error: 'sections[1].kind' can't be 'link'. Did you mean 'links'?"
        ),
        ("sections: [{ kind: links }]", "3:12: error: 'sections[1].headings' is missing. Write 'headings: …'"),
    ])
    func namesTheFaultAndItsPlace(line: String, fault: String) {
        #expect(faults(Self.masthead + line) == ["sennight.yaml:" + fault])
    }

    @Test func tellsAllFaultsInOneGo() {
        let found = faults("url: nowhere\ntimezone: X/Y\nfeeds: { items: 0 }\ncalender: {}\nlegacy: [{ file: a }]\n")
        #expect(
            found == [
                "sennight.yaml:1:1: error: 'title' is missing. Write 'title: …'",
                "sennight.yaml:1:6: error: 'url' isn't a web address: 'nowhere'. Write the address as https://example.org/",
                "sennight.yaml:2:11: error: 'timezone' isn't a time zone: 'X/Y'. Write an IANA name such as Europe/Berlin",
                "sennight.yaml:3:17: error: 'feeds.items' must be a number from 1 to 100. Change '0'",
                "sennight.yaml:4:1: error: unknown key 'calender'. Did you mean 'calendar'?",
                "sennight.yaml:5:10: error: 'legacy[1].title' is missing. Write 'title: …'",
                "sennight.yaml:5:10: error: 'legacy[1].date' is missing. Write 'date: …'",
                "sennight.yaml:5:10: error: 'legacy[1].address' is missing. Write 'address: …'",
            ])
    }

    @Test(arguments: ["ftp://example.org/", "https://", "example.org", "javascript:alert(1)"])
    func refusesWhatIsNoWebAddress(url: String) {
        #expect(
            faults("title: W\nurl: \(url)") == [
                "sennight.yaml:2:6: error: 'url' isn't a web address: '\(url)'. Write the address as https://example.org/"
            ])
    }
}
