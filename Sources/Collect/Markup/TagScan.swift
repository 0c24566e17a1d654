/// Finds tags with more attributes than ``MarkupFault/mostAttributes`` before libxml2 sees them: libxml2 compares each
/// attribute with all previous ones, and can't be stopped within a tag.
///
/// At least as many attributes are counted as the parser finds, in any encoding that extends ASCII.
enum TagScan {
    /// Whether a start tag of XML has too many attributes, which have quoted values without `<`.
    static func hasCrowdedTag(inXML bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBufferPointer { bytes in
            var index = 0
            while let start = bytes.index(of: UInt8(ascii: "<"), from: index) {
                index = start + 1
                var count = 0
                while index < bytes.count, bytes[index] != UInt8(ascii: ">"), bytes[index] != UInt8(ascii: "<") {
                    guard bytes[index] == UInt8(ascii: "=") else {
                        index += 1
                        continue
                    }
                    index = bytes.firstFilled(from: index + 1)
                    guard index < bytes.count, bytes[index].isQuote else { continue }
                    count += 1
                    if count > MarkupFault.mostAttributes { return true }
                    let quote = bytes[index]
                    index += 1
                    while index < bytes.count, bytes[index] != quote, bytes[index] != UInt8(ascii: "<") { index += 1 }
                    if index < bytes.count, bytes[index] == quote { index += 1 }
                }
            }
            return false
        }
    }

    private static let rawText: [StaticString] = ["script", "style"]

    /// Whether a start tag of HTML has too many attributes, which may lack values and quotes. Scripts and style sheets
    /// are skipped.
    static func hasCrowdedTag(inHTML bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBufferPointer { bytes in
            var index = 0
            while let start = bytes.index(of: UInt8(ascii: "<"), from: index) {
                index = start + 1
                guard index < bytes.count, bytes[index].isLetter else { continue }
                var (count, isBlank) = (0, false)
                while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
                    if bytes[index] == UInt8(ascii: "=") {
                        index = bytes.firstFilled(from: index + 1)
                        guard index < bytes.count, bytes[index].isQuote else { continue }
                        index = bytes.index(of: bytes[index], from: index + 1) ?? bytes.count
                        count += 1
                    } else if bytes[index].isBlank {
                        isBlank = true
                    } else if isBlank {
                        isBlank = false
                        count += 1
                    }
                    if count > MarkupFault.mostAttributes { return true }
                    index += 1
                }
                guard index < bytes.count, bytes[index - 1] != UInt8(ascii: "/") else { continue }
                for name in rawText where bytes.has(name, at: start + 1) {
                    while let end = bytes.index(of: UInt8(ascii: "<"), from: index) {
                        index = end + 1
                        if index < bytes.count, bytes[index] == UInt8(ascii: "/"), bytes.has(name, at: index + 1) {
                            break
                        }
                    }
                }
            }
            return false
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    fileprivate func index(of byte: UInt8, from start: Int) -> Int? {
        var index = start
        while index < count {
            if self[index] == byte { return index }
            index += 1
        }
        return nil
    }

    fileprivate func firstFilled(from start: Int) -> Int {
        var index = start
        while index < count, self[index].isBlank { index += 1 }
        return index
    }

    /// Whether a name is at an index, ignoring case.
    fileprivate func has(_ name: StaticString, at start: Int) -> Bool {
        guard start + name.utf8CodeUnitCount <= count else { return false }
        return (0..<name.utf8CodeUnitCount).allSatisfy { self[start + $0] | 0x20 == name.utf8Start[$0] }
    }
}

extension UInt8 {
    fileprivate var isQuote: Bool { self == UInt8(ascii: "\"") || self == UInt8(ascii: "'") }
    fileprivate var isBlank: Bool { self == 0x20 || 0x09...0x0D ~= self }
    fileprivate var isLetter: Bool { 0x61...0x7A ~= self | 0x20 }
}
