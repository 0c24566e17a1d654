internal import Newsletter
internal import Text

/// Reads the metadata of an HTML page in one pass over its bytes.
struct PageReader {
    private var facts = PageFacts()
    private var reader: TagReader
    /// The dates of `time` elements; they only count if all of them are the same.
    private var days: Set<CalendarDate> = []
    private var hasPasswordField = false

    /// - Parameter contentType: the server's `Content-Type`, which may name the encoding.
    static func facts(of bytes: [UInt8], contentType: String? = nil) -> PageFacts {
        var page = PageReader(bytes, contentType: contentType)
        while let tag = page.reader.next() { page.read(tag) }
        return page.result()
    }

    private init(_ bytes: [UInt8], contentType: String?) {
        reader = TagReader(DecodedText(bytes, format: .html, contentType: contentType).bytes)
    }

    private mutating func read(_ tag: TagReader.Tag) {
        switch ASCII.lowered(reader.bytes[tag.name.lowerBound]) {
        case UInt8(ascii: "h") where reader.isNamed(tag, "html"): facts.language = value("lang", tag) ?? facts.language
        case UInt8(ascii: "t"):
            if reader.isNamed(tag, "title") {
                facts.title = facts.title ?? PageTitle.text(of: tag, in: reader)
            } else if reader.isNamed(tag, "time") {
                readTime(tag)
            }
        case UInt8(ascii: "l") where reader.isNamed(tag, "link"): readLink(tag)
        case UInt8(ascii: "m") where reader.isNamed(tag, "meta"): readMeta(tag)
        case UInt8(ascii: "s") where reader.isNamed(tag, "script"):
            if let content = tag.content { readScript(tag, content) }
        case UInt8(ascii: "i") where reader.isNamed(tag, "input"):
            if value("type", tag)?.lowercased() == "password" { hasPasswordField = true }
        default: break
        }
    }

    /// An attribute's value, or nil if it is empty.
    private func value(_ name: StaticString, _ tag: TagReader.Tag) -> String? {
        guard let range = reader.attribute(name, of: tag), range.count <= 8192 else { return nil }
        return PageText.shown(reader.bytes[range])
    }

    private mutating func readLink(_ tag: TagReader.Tag) {
        guard facts.canonical == nil, let relation = value("rel", tag)?.lowercased(),
            relation.split(separator: " ").contains("canonical")
        else { return }
        facts.canonical = value("href", tag)
    }

    private mutating func readMeta(_ tag: TagReader.Tag) {
        guard
            let key = value("property", tag) ?? value("name", tag) ?? value("itemprop", tag)
                ?? value("http-equiv", tag),
            let content = value("content", tag)
        else { return }
        switch key.lowercased() {
        case "og:title": facts.sharedTitle = facts.sharedTitle ?? content
        case "content-language": facts.language = facts.language ?? content
        case "article:published_time", "datepublished", "citation_publication_date", "dc.date.issued", "pubdate",
            "publish-date", "date":
            facts.published = facts.published ?? Self.day(content)
        case "article:content_tier":
            if ["locked", "metered"].contains(content.lowercased()) { facts.wall = .payment }
        default: break
        }
    }

    private mutating func readTime(_ tag: TagReader.Tag) {
        guard let moment = value("datetime", tag), let day = Self.day(moment) else { return }
        if value("itemprop", tag)?.lowercased() == "datepublished" || reader.attribute("pubdate", of: tag) != nil {
            facts.published = facts.published ?? day
        }
        days.insert(day)
    }

    private mutating func readScript(_ tag: TagReader.Tag, _ content: Range<Int>) {
        if let type = reader.attribute("type", of: tag), reader.bytes.first("ld+json", in: type) != nil {
            readLinkedData(content)
        } else if facts.wall == nil, reader.bytes.first(Self.lockedMember, in: content) != nil {
            facts.wall = .payment
        }
    }

    /// Reads JSON-LD members at any depth: `datePublished` and `isAccessibleForFree` (schema.org).
    private mutating func readLinkedData(_ range: Range<Int>) {
        if facts.published == nil, let value = member("\"datePublished\"", in: range) {
            facts.published = Self.day(String(decoding: reader.bytes[value].prefix(40), as: UTF8.self))
        }
        if let value = member("\"isAccessibleForFree\"", in: range),
            reader.bytes[value].startsFolded(with: "false")
        {
            facts.wall = .payment
        }
    }

    /// The range from the value's first byte, without the quotation mark, to the end of the data.
    private func member(_ name: StaticString, in range: Range<Int>) -> Range<Int>? {
        guard let start = reader.bytes.first(name, in: range) else { return nil }
        var index = start + name.utf8CodeUnitCount
        while index < range.upperBound,
            ASCII.isSpace(reader.bytes[index]) || [0x3A, 0x22].contains(reader.bytes[index])
        {
            index += 1
        }
        return index..<range.upperBound
    }

    /// Reads a date such as `2026-03-04`, `2026-03-04T…` or `2026/03/04`.
    private static func day(_ text: String) -> CalendarDate? {
        CalendarDate(iso8601: text.prefix(10).map { $0 == "/" ? "-" : String($0) }.joined())
    }

    private func result() -> PageFacts {
        var facts = facts
        if facts.published == nil, days.count == 1 { facts.published = days.first }
        if facts.wall == nil {
            if reader.bytes.first(Self.payment, in: 0..<reader.bytes.count) != nil {
                facts.wall = .payment
            } else if hasPasswordField, facts.published == nil {
                facts.wall = .signIn
            }
        }
        return facts
    }

    /// The marks of pages that only paying readers see in full: Medium has this one in the page's data, and Substack
    /// has the next one in the text.
    private static let lockedMember: StaticString = "\"isLockedPreviewOnly\":true"
    private static let payment: StaticString = "This post is for pa"
}
