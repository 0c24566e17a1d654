import Testing

@testable import Text

@Suite struct TimestampTests {
    @Test(
        "Reads every form of a date in a header field",
        arguments: [
            ("Sun, 06 Nov 1994 08:49:37 GMT", 784_111_777), ("Sunday, 06-Nov-94 08:49:37 GMT", 784_111_777),
            ("Sun Nov  6 08:49:37 1994", 784_111_777), ("Thu, 01 Jan 1970 00:00:00 GMT", 0),
            ("1994-11-06T08:49:37Z", 784_111_777), ("1994-11-06T08:49:37.123456Z", 784_111_777),
            ("Tue, 31 Dec 2069 23:59:60 GMT", 3_155_760_000), ("Tuesday, 31-Dec-69 23:59:59 GMT", 3_155_759_999),
        ])
    func readsHeaderDates(text: String, seconds: Int) {
        #expect(Timestamp.http(text) == seconds)
    }

    @Test(
        "Reads nothing else as a date in a header field",
        arguments: [
            "", "0", "120", "tomorrow", "Sun, 31 Feb 1994 08:49:37 GMT", "Sun, 06 Nov 1994 24:49:37 GMT",
            "Sun, 06 Nov 1994 08:49 GMT", "Sun, 06 Foo 1994 08:49:37 GMT", "1994-11-06", "1994-11-06T08:49:37",
            "1994-13-06T08:49:37Z", "1994-11-06T08:49Z", "1994-11-06T24:00:00Z",
            "1994-11-06T08:49:37+00:00", "Sun, 06 Nov 99999999999999999999 08:49:37 GMT", ", , , , , , , ,",
        ])
    func refusesOtherHeaderDates(text: String) {
        #expect(Timestamp.http(text) == nil)
    }

    @Test(arguments: [
        ("1994-11-06T08:49:37Z", 784_111_777), ("1994-11-06t09:49:37.5+01:00", 784_111_777),
        ("1994-11-06 04:49-0400", 784_111_740), ("1994-11-06T08:49:37", 784_111_777), ("1994-11-06", 784_080_000),
        ("1994-11-06T24:00:00Z", 784_166_400),
    ])
    func readsTimesOfRFC3339(text: String, seconds: Int) {
        #expect(Timestamp.rfc3339(text) == seconds)
        #expect(Timestamp.any(" \(text)\n") == seconds)
    }

    @Test(arguments: ["", "1994", "1994-11-31", "1994-11-06T25:00Z", "now"])
    func refusesOtherTimes(text: String) {
        #expect(Timestamp.rfc3339(text) == nil)
        #expect(Timestamp.any(text) == nil)
    }

    @Test(arguments: ["1994-11-06T", "1994-11-06T08:49:37 CET", "1994-11-6"])
    func refusesRelativesOfRFC3339(text: String) {
        #expect(Timestamp.rfc3339(text) == nil)
    }

    @Test func keepsTheOffsetOfALocalTime() throws {
        let time = try #require(Timestamp.local("1994-11-06T09:49:37+01:00"))
        #expect(time == (784_115_377, 3600, true))
        let floating = try #require(Timestamp.local("1994-11-06T09:49"))
        #expect(floating == (784_115_340, nil, true))
        let day = try #require(Timestamp.local("1994-11-06"))
        #expect(day == (784_080_000, nil, false))
    }

    @Test(arguments: [
        ("Sun, 06 Nov 1994 08:49:37 GMT", 784_111_777), ("6 November 94 08:49 +0000", 784_111_740),
        ("Sun, 06 Nov 1994 03:49:37 EST", 784_111_777), ("Sun, 06 Nov 1994 10:49:37 +0200", 784_111_777),
        ("Sun, 06 Nov 1994 08:49:37", 784_111_777),
    ])
    func readsTimesOfRFC5322(text: String, seconds: Int) {
        #expect(Timestamp.loose(text) == seconds)
        #expect(Timestamp.any(text) == seconds)
    }

    @Test func writesTimesInUTC() {
        #expect(Timestamp.text(784_111_777) == "1994-11-06T08:49:37Z")
        #expect(Timestamp.text(-1) == "1969-12-31T23:59:59Z")
    }
}
