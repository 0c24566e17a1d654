/// Reads a line's HTML as ``RichInline``s: white space collapses, and links are never nested.
struct RichInlineReader {
    private var isInLink = false
    /// Whether a space would be the first character of the line, or follow another one.
    private var dropsSpace = true

    static func content(of nodes: [HTMLNode]) -> [RichInline] {
        var reader = RichInlineReader()
        let parts = trimmed(reader.read(nodes))
        return parts.contains(where: \.isVisible) ? parts : []
    }

    /// The text with its line breaks and spaces.
    static func preformatted(_ nodes: [HTMLNode]) -> String {
        nodes.map { node in
            switch node {
            case .text(let bytes): CharacterText.decoded(bytes)
            case .element(let element) where element.name == "br": "\n"
            case .element(let element): preformatted(element.children)
            }
        }
        .joined()
    }

    private mutating func read(_ nodes: [HTMLNode]) -> [RichInline] {
        var parts: [RichInline] = []
        for node in nodes {
            let read: [RichInline] =
                switch node {
                case .text(let bytes): [.text(collapsed(CharacterText.decoded(bytes)))]
                case .element(let element): self.read(element)
                }
            for part in read {
                if case .text(let text) = part, case .text(let before) = parts.last {
                    parts[parts.count - 1] = .text(before + text)
                } else if part != .text("") {
                    parts.append(part)
                }
            }
        }
        return parts
    }

    private mutating func read(_ element: HTMLNode.Element) -> [RichInline] {
        switch element.name {
        case "br":
            dropsSpace = true
            return [.lineBreak]
        case "img": return image(element)
        case "a":
            guard !isInLink, let url = element.attributes["href"].flatMap(Self.url) else {
                return read(element.children)
            }
            isInLink = true
            let content = read(element.children)
            isInLink = false
            return content.contains(where: \.isVisible) ? [.link(url: url, Self.named(content, url: url))] : content
        case "iframe", "video", "audio": return []
        case let name where HTMLNames.leftOut.contains(name): return []
        default:
            let content = read(element.children)
            guard let style = Self.styles[element.name], !content.isEmpty else { return content }
            return [.styled(style, content)]
        }
    }

    private mutating func image(_ element: HTMLNode.Element) -> [RichInline] {
        guard let url = element.attributes["src"].flatMap(Self.url), !url.hasPrefix("mailto:") else { return [] }
        dropsSpace = false
        let width = element.attributes["width"].flatMap { Int($0) }.flatMap { (1...10_000).contains($0) ? $0 : nil }
        let alternative = element.attributes["alt"] ?? element.attributes["title"] ?? ""
        return [.image(RichImage(url: url, alternative: alternative.oneLine, width: width))]
    }

    /// A link that consists of a picture without a description gets its host as one, so that it has a name.
    private static func named(_ content: [RichInline], url: String) -> [RichInline] {
        guard content.allSatisfy({ $0.plainText.allSatisfy(\.isWhitespace) }) else { return content }
        let host = url.split(separator: "/", maxSplits: 2).dropFirst().first.map(String.init) ?? url
        return content.map { part in
            guard case .image(var image) = part else { return part }
            image.alternative = host
            return .image(image)
        }
    }

    private mutating func collapsed(_ text: String) -> String {
        var output = ""
        for scalar in text.unicodeScalars {
            // A non-breaking space stays.
            if scalar == " " || scalar == "\t" || scalar == "\n" || scalar == "\r" || scalar == "\u{C}" {
                if !dropsSpace { output.unicodeScalars.append(" ") }
                dropsSpace = true
            } else if scalar.value >= 0x20, scalar.value < 0x7F || scalar.value > 0x9F, scalar != "\u{FFFE}",
                scalar != "\u{FFFF}"
            {
                output.unicodeScalars.append(scalar)
                dropsSpace = false
            }
        }
        return output
    }

    /// Without white space at the end.
    private static func trimmed(_ parts: [RichInline]) -> [RichInline] {
        var parts = parts
        while let last = parts.last {
            switch last {
            case .lineBreak: parts.removeLast()
            case .text(let text):
                parts.removeLast()
                let kept = String(text.reversed().drop { $0 == " " }.reversed())
                if !kept.isEmpty { return parts + [.text(kept)] }
            case .styled(let style, let inner):
                parts.removeLast()
                let kept = trimmed(inner)
                if !kept.isEmpty { return parts + [.styled(style, kept)] }
            case .link(let url, let inner): return parts.dropLast() + [.link(url: url, trimmed(inner))]
            case .image: return parts
            }
        }
        return parts
    }

    private static let styles: [String: RichStyle] = [
        "b": .strong, "strong": .strong, "i": .emphasis, "em": .emphasis, "cite": .emphasis, "dfn": .emphasis,
        "var": .emphasis, "code": .code, "kbd": .code, "samp": .code, "tt": .code, "s": .struck, "del": .struck,
        "strike": .struck, "sup": .superscript, "sub": .subscript,
    ]

    /// A link's URL in the characters that URLs have, or nil for other schemes.
    static func url(_ text: String) -> String? {
        let url = text.trimmed
        let lower = url.prefix(8).lowercased()
        guard
            ["http://", "https://", "mailto:"].contains(where: { lower.hasPrefix($0) && url.utf8.count > $0.utf8.count }
            )
        else { return nil }
        var output: [UInt8] = []
        for byte in url.utf8 {
            switch byte {
            case 0...0x20, 0x7F, UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "["),
                UInt8(ascii: "]"), UInt8(ascii: "\\"), UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "{"),
                UInt8(ascii: "|"), UInt8(ascii: "}"):
                let digits = String(byte, radix: 16, uppercase: true)
                output += "%\(digits.count < 2 ? "0" : "")\(digits)".utf8
            default: output.append(byte)
            }
        }
        return String(decoding: output, as: UTF8.self)
    }
}

extension String {
    fileprivate var oneLine: String {
        split { $0.isWhitespace }.joined(separator: " ")
    }
}
