internal import Newsletter

/// Code contains a backslash before a character that needs none there.
///
/// In code, `\_` and `\<` aren't escapes: readers see the backslash.
struct BackslashInCode: Check {
    static let id = "backslash-in-code"
    static let severity = Finding.Severity.warning

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        let bytes = document.bytes
        return document.codeSpans.flatMap { code in
            code.content.compactMap { index -> Finding? in
                guard bytes[index] == UInt8(ascii: "\\"), index + 1 < code.content.upperBound,
                    Self.marks.contains(bytes[index + 1]), index == code.content.lowerBound || bytes[index - 1] != 0x5C,
                    // The arm of a shrug, which is no code.
                    !bytes[..<index].suffix(2).elementsEqual("¯".utf8)
                else { return nil }
                return finding(
                    "readers see this backslash", at: index..<(index + 1), in: document,
                    explanation: "In code, nothing needs a backslash.",
                    fixes: [document.fix("Remove the backslash", replacing: index..<(index + 1), with: "")])
            }
        }
    }

    /// The characters that Markdown reads as markup in text, and that no programming language escapes.
    private static let marks: Set<UInt8> = [UInt8(ascii: "_"), UInt8(ascii: "<"), UInt8(ascii: ">")]
}
