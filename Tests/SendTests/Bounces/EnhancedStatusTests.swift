import Testing

@testable import Send

@Suite struct EnhancedStatusTests {
    @Test(arguments: [
        ("5.1.1", "5.1.1"), ("5.1.1 (bad (mailbox) address)", "5.1.1"), ("(a comment) 4.2.2", "4.2.2"),
        ("smtp; 550 5.7.1", "5.7.1"), ("5.1.1.", "5.1.1"), ("5.10.123", "5.10.123"), ("5.1", nil), ("3.1.1", nil),
        ("5.1.1.1", nil), ("5.1.1111", nil), ("", nil), ("five", nil), ("(5.1.1)", nil),
    ])
    func readsTheField(text: String, code: String?) {
        #expect(EnhancedStatus(statusField: text)?.description == code)
    }

    @Test(arguments: [
        ("550 5.1.1 unknown", ["5.1.1"]), ("550-5.1.1 a\n550 5.1.1 b", ["5.1.1", "5.1.1"]), ("(#5.2.2)", ["5.2.2"]),
        ("#550 5.7.1 x", ["5.7.1"]), ("550 #5.1.1 x", ["5.1.1"]), ("version 5.1.1", []), ("5.1.1 at the start", []),
        ("[5.1.1.1] 550", []), ("450 5.1.1", []), ("1550 5.1.1", []), ("host 550 4.2.2", []),
    ])
    func findsOnlyClearCodes(text: String, codes: [String]) {
        #expect(EnhancedStatus.replied(in: Array(text.utf8)[...]).map(\.description) == codes)
    }

    @Test(arguments: [
        ("5.1.1", "", ReturnReason.unknownAddress), ("5.1.0", "", .unknownAddress),
        ("5.1.0", "Sender rejected", .policy), ("5.1.8", "", .policy), ("5.2.1", "", .unavailable),
        ("5.2.2", "", .unavailable), ("5.2.3", "", .content), ("5.3.4", "", .content), ("5.4.4", "", .unavailable),
        ("5.5.2", "", .content), ("5.6.0", "", .content), ("5.7.1", "", .policy), ("5.7.26", "", .policy),
        ("5.7.13", "", .unknownAddress), ("4.7.1", "", .policy), ("4.1.1", "", .unavailable),
        ("5.0.0", "", .unavailable),
    ])
    func blamesTheRightOne(code: String, diagnostic: String, reason: ReturnReason) {
        #expect(ReturnReason(EnhancedStatus(code), diagnostic: diagnostic) == reason)
    }

    @Test func blamesTheReaderLeast() {
        #expect(ReturnReason.mildest(ReturnReason.allCases) == .policy)
        #expect(ReturnReason.mildest([.unknownAddress, .unavailable]) == .unavailable)
        #expect(ReturnReason.mildest([]) == nil)
    }
}
