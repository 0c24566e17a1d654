import Testing

@testable import Address

@Suite struct MailAddressTests {
    private static func fault(_ text: String) -> MailAddress.Fault? {
        do throws(MailAddress.Fault) {
            _ = try MailAddress(text)
            return nil
        } catch {
            return error
        }
    }

    @Test func acceptsValidAddressesAndKeepsThemAsTyped() {
        for (text, key) in ValidMailAddresses.all {
            let address = try? MailAddress(text)
            #expect(address?.key == key, "\(text): \(Self.fault(text)?.description ?? "")")
            #expect(address.map { Array($0.text.utf8) } == Array(text.utf8), "\(text)")
            #expect(
                address.map { (try? MailAddress($0.key))?.key == key } == true, "the normal form of \(text) is stable")
        }
        #expect(ValidMailAddresses.all.count + InvalidMailAddresses.all.count >= 300)
    }

    @Test func refusesInvalidAddressesWithTheReason() {
        for (text, fault) in InvalidMailAddresses.all {
            #expect(Self.fault(text) == fault, "\(text)")
        }
    }

    /// RFC 5321, section 4.5.3.1; the limits are in bytes.
    @Test(
        arguments: [
            (String(repeating: "a", count: 64) + "@example.org", nil),
            (String(repeating: "a", count: 65) + "@example.org", .localPartTooLong),
            (String(repeating: "ö", count: 32) + "@example.org", nil),
            (String(repeating: "ö", count: 33) + "@example.org", .localPartTooLong),
            ("\"" + String(repeating: "a", count: 62) + "\"@example.org", nil),
            ("\"" + String(repeating: "a", count: 63) + "\"@example.org", .localPartTooLong),
            ("a@" + String(repeating: "b", count: 63) + ".org", nil),
            ("a@" + String(repeating: "b", count: 64) + ".org", .labelTooLong),
            ("a@" + String(repeating: "ö", count: 70) + ".org", .labelTooLong),
            ("a@" + String(repeating: "b.", count: 125) + "cc", nil),
            ("a@" + String(repeating: "b.", count: 125) + "ccc", .tooLong),
            ("a@" + String(repeating: "b.", count: 126) + "cc", .domainTooLong),
            (String(repeating: "a", count: 64) + "@" + String(repeating: "b.", count: 94) + "c", nil),
            (String(repeating: "a", count: 64) + "@" + String(repeating: "b.", count: 94) + "cc", .tooLong),
        ] as [(String, MailAddress.Fault?)])
    func limitsLengths(text: String, fault: MailAddress.Fault?) {
        #expect(Self.fault(text) == fault)
    }

    @Test(arguments: [
        ("ann@Example.org", "a…@example.org"), ("\"a b\"@example.org", "a…@example.org"),
        ("jörg@münchen.de", "j…@xn--mnchen-3ya.de"), ("\"\"@example.org", "…@example.org"),
    ])
    func masksAddresses(text: String, masked: String) throws {
        #expect(try MailAddress(text).masked == masked)
    }

    @Test func knowsWhatNeedsSMTPUTF8() throws {
        #expect(try MailAddress("jörg@example.org").needsSMTPUTF8)
        #expect(try !MailAddress("ann@münchen.de").needsSMTPUTF8)
    }

    @Test func comparesByTheNormalForm() throws {
        #expect(try MailAddress("Ann@Example.ORG") == MailAddress("\"ann\"@example.org"))
        #expect(try MailAddress("a.nn@example.org") != MailAddress("ann@example.org"))
    }

    /// Header injection needs one of these.
    @Test func neverAcceptsLineBreaksOrNUL() {
        var generator = SeededGenerator(seed: 5321)
        let pieces = [
            "\r", "\n", "\r\n", "\0", "\u{85}", "\u{2028}", "\"", "\\", "@", ".", "a", "b c", "ö", "例", "-",
            "example.org",
        ]
        var accepted = 0
        for _ in 0..<20_000 {
            var text =
                ["ann@example.org", "\"a b\"@example.org", "jörg@münchen.de"].randomElement(using: &generator) ?? ""
            for _ in 0..<Int.random(in: 0...3, using: &generator) {
                let index = text.unicodeScalars.indices.randomElement(using: &generator) ?? text.startIndex
                text.unicodeScalars.insert(
                    contentsOf: (pieces.randomElement(using: &generator) ?? "").unicodeScalars, at: index)
            }
            guard let address = try? MailAddress(text) else { continue }
            accepted += 1
            for part in [address.text, address.key, address.masked, address.domain] {
                #expect(
                    !part.unicodeScalars.contains { $0.value < 0x20 || 0x7F...0x9F ~= $0.value },
                    "\(text.debugDescription)")
            }
        }
        #expect(accepted > 2_000)
    }
}

/// SplitMix64: the same numbers in every run.
private struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
