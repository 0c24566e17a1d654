internal import Text

/// The parts of a built page that other pages can link to, and its own links.
struct BuiltPage {
    /// The values of all `id` attributes, and the names of anchors.
    private(set) var ids: Set<String> = []
    /// The ids of headings in their order.
    private(set) var headings: [String] = []
    /// The values of `href` attributes of links, as they are written.
    private(set) var links: [String] = []

    init(_ html: [UInt8]) {
        var reader = TagReader(html)
        while let tag = reader.next() {
            if let id = reader.attribute("id", of: tag).map({ Self.text(html[$0]) }), !id.isEmpty {
                ids.insert(id)
                if Self.isHeading(html[tag.name]) { headings.append(id) }
            }
            guard reader.isNamed(tag, "a") else { continue }
            if let name = reader.attribute("name", of: tag) { ids.insert(Self.text(html[name])) }
            if let link = reader.attribute("href", of: tag) { links.append(Self.text(html[link])) }
        }
    }

    private static func isHeading(_ name: ArraySlice<UInt8>) -> Bool {
        name.count == 2 && name.first.map { $0 | 0x20 } == UInt8(ascii: "h")
            && name.last.map { UInt8(ascii: "1")...UInt8(ascii: "6") ~= $0 } ?? false
    }

    private static func text(_ value: ArraySlice<UInt8>) -> String {
        String(decoding: value, as: UTF8.self).replacing("&amp;", with: "&").replacing("&#39;", with: "'")
    }
}
