/// Finds inline links in an entry's bytes, so that their title and address can be changed where they stand.
struct LinkSyntax {
    /// Between the brackets.
    let title: Range<Int>
    /// Between the round brackets, without an optional title.
    let url: Range<Int>
    /// From the opening square to the closing round bracket.
    let whole: Range<Int>

    /// The first inline link at or behind `start`; links in code spans are none.
    static func first(in bytes: ArraySlice<UInt8>, from start: Int? = nil) -> LinkSyntax? {
        var index = start ?? bytes.startIndex
        while index < bytes.endIndex {
            switch bytes[index] {
            case UInt8(ascii: "\\"): index += 2
            case UInt8(ascii: "`"): index = codeEnd(in: bytes, from: index)
            case UInt8(ascii: "["):
                if let link = link(in: bytes, at: index) { return link }
                index += 1
            default: index += 1
            }
        }
        return nil
    }

    private static func link(in bytes: ArraySlice<UInt8>, at open: Int) -> LinkSyntax? {
        guard let close = closing(in: bytes, from: open, UInt8(ascii: "["), UInt8(ascii: "]")),
            close + 1 < bytes.endIndex,
            bytes[close + 1] == UInt8(ascii: "("),
            let end = closing(in: bytes, from: close + 1, UInt8(ascii: "("), UInt8(ascii: ")"))
        else { return nil }
        var url = bytes[(close + 2)..<end]
        while let first = url.first, first <= 0x20 { url.removeFirst() }
        if url.first == UInt8(ascii: "<"), let bracket = url.firstIndex(of: UInt8(ascii: ">")) {
            url = url[(url.startIndex + 1)..<bracket]
        } else {
            url = url.prefix { $0 > 0x20 }
        }
        return LinkSyntax(
            title: (open + 1)..<close, url: url.startIndex..<url.endIndex, whole: open..<(end + 1))
    }

    private static func closing(in bytes: ArraySlice<UInt8>, from open: Int, _ opening: UInt8, _ closing: UInt8) -> Int?
    {
        var depth = 0
        var index = open
        while index < bytes.endIndex {
            let byte = bytes[index]
            if byte == UInt8(ascii: "\\") {
                index += 2
                continue
            }
            if byte == UInt8(ascii: "`"), opening == UInt8(ascii: "[") {
                index = codeEnd(in: bytes, from: index)
                continue
            }
            if byte == opening { depth += 1 }
            if byte == closing {
                depth -= 1
                if depth == 0 { return index }
            }
            index += 1
        }
        return nil
    }

    /// Behind a code span; behind its first backtick where it is never closed.
    private static func codeEnd(in bytes: ArraySlice<UInt8>, from start: Int) -> Int {
        let width = bytes[start...].prefix { $0 == UInt8(ascii: "`") }.count
        var index = start + width
        while index < bytes.endIndex {
            guard bytes[index] == UInt8(ascii: "`") else {
                index += 1
                continue
            }
            let run = bytes[index...].prefix { $0 == UInt8(ascii: "`") }.count
            index += run
            if run == width { return index }
        }
        return start + width
    }
}
