/// Selects the words that typos can be corrected to (`FORMAT.md`, Spelling).
enum SpellingList {
    /// Whether a typo can be corrected to this form.
    static func holds(_ form: ArraySlice<UInt8>) -> Bool {
        form.count >= 4 && form.allSatisfy { ($0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z")) || $0 >= 0x80 }
    }

    static func number(of form: ArraySlice<UInt8>) -> Int {
        guard let first = form.first, first >= UInt8(ascii: "a"), first <= UInt8(ascii: "z") else { return 26 }
        return Int(first - UInt8(ascii: "a"))
    }

    static func letter(_ number: Int) -> String {
        number < 26 ? String(Unicode.Scalar(UInt8(ascii: "a") + UInt8(number))) : "*"
    }
}
