import Context
import Newsletter
import Settings
import Testing
import Text

@Suite struct LegacySettingsTests {
    @Test func readsAPageThatIsGiven() throws {
        let page = try #require(try read("date: 2014-07-15, category: C, html: <p>x</p>").legacy.first)
        let date = try #require(CalendarDate(year: 2014, month: 7, day: 15))
        #expect(
            page
                == LegacyPage(
                    file: "a.rst", title: "Old", date: date, address: "/old/", category: "C", html: "<p>x</p>"))
    }

    @Test func readsTheBodyFromItsFile() throws {
        #expect(try read("date: 2014-7-5, body: old.html").legacy.first?.html == "old.html was read")
    }

    @Test(arguments: [
        (
            "date: 2014-02-30, html: x",
            "'legacy[1].date' isn't a date: '2014-02-30'. Write the date as YYYY-MM-DD"
        ),
        (
            "date: 2014-07-15-x, html: x",
            "'legacy[1].date' isn't a date: '2014-07-15-x'. Write the date as YYYY-MM-DD"
        ),
        (
            "date: yesterday, html: x",
            "'legacy[1].date' isn't a date: 'yesterday'. Write the date as YYYY-MM-DD"
        ),
        ("date: 2014-07-15", "this legacy page has no text. Write 'html:' or 'body: FILE'"),
        (
            "date: 2014-07-15, body: missing.html",
            "'legacy[1].body' can't be read: 'missing.html' (No such file or directory). Write the path of an HTML file, from the settings file's folder"
        ),
        ("date: 2014-07-15, htlm: x, html: y", "unknown key 'htlm' in 'legacy[1]'. Did you mean 'html'?"),
    ])
    func namesTheFault(fields: String, fault: String) {
        #expect { try read(fields) } throws: { error in
            (error as? Diagnostics)?.all.map { "\($0.summary). \($0.remedy)" } == [fault]
        }
    }

    private func read(_ fields: String) throws(Diagnostics) -> Publication {
        let text =
            "title: W\nurl: https://example.org/\nlegacy:\n  - { file: a.rst, title: Old, address: /old/, \(fields) }\n"
        return try SettingsReader.publication(from: text, file: "sennight.yaml") { path in
            guard path != "missing.html" else { throw FileError(path: path, reason: "No such file or directory") }
            return "\(path) was read"
        }
    }
}
