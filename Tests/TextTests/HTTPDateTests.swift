import Testing

@testable import Text

@Suite struct HTTPDateTests {
    @Test(
        "Reads every form of a moment",
        arguments: [
            ("Sun, 06 Nov 1994 08:49:37 GMT", 784_111_777), ("Sunday, 06-Nov-94 08:49:37 GMT", 784_111_777),
            ("Sun Nov  6 08:49:37 1994", 784_111_777), ("Thu, 01 Jan 1970 00:00:00 GMT", 0),
            ("1994-11-06T08:49:37Z", 784_111_777), ("1994-11-06T08:49:37.123456Z", 784_111_777),
            ("Tue, 31 Dec 2069 23:59:60 GMT", 3_155_760_000), ("Tuesday, 31-Dec-69 23:59:59 GMT", 3_155_759_999),
        ])
    func readsEveryForm(text: String, seconds: Int) {
        #expect(HTTPDate.seconds(text) == seconds)
    }

    @Test(
        "Takes nothing else for a moment",
        arguments: [
            "", "0", "120", "tomorrow", "Sun, 31 Feb 1994 08:49:37 GMT", "Sun, 06 Nov 1994 24:49:37 GMT",
            "Sun, 06 Nov 1994 08:49 GMT", "Sun, 06 Foo 1994 08:49:37 GMT", "1994-11-06", "1994-11-06T08:49:37",
            "1994-13-06T08:49:37Z", "Sun, 06 Nov 99999999999999999999 08:49:37 GMT", ", , , , , , , ,",
        ])
    func takesNothingElse(text: String) {
        #expect(HTTPDate.seconds(text) == nil)
    }
}
