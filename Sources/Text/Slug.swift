internal import Foundation

/// Converts a name to a URL component: lower case, ASCII letters and digits, single hyphens.
package enum Slug {
    package static func of(_ name: String) -> String {
        let spelledOut = name.utf8.allSatisfy { $0 < 0x80 } ? name : transliterated(name)
        var slug: [UInt8] = []
        var isGap = false
        for byte in spelledOut.utf8 where byte < 0x80 {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
                if isGap, !slug.isEmpty { slug.append(UInt8(ascii: "-")) }
                isGap = false
                slug.append(byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte)
            case UInt8(ascii: "-"), 0x20, 0x09...0x0D: isGap = true
            default: break
            }
        }
        return slug.isEmpty ? "untitled" : String(decoding: slug, as: UTF8.self)
    }

    private static func transliterated(_ name: String) -> String {
        var name = name
        for (letter, ascii) in [
            ("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss"), ("Ä", "Ae"), ("Ö", "Oe"), ("Ü", "Ue"),
        ] {
            name = name.replacingOccurrences(of: letter, with: ascii)
        }
        return name.decomposedStringWithCompatibilityMapping
    }
}
