internal import Newsletter
internal import Text

/// An image isn't among the publication's files, or a link leads to a heading or a page that doesn't exist.
///
/// Readers see a broken image, stay where they are, or get an error. Absolute links to the publication's own site are checked,
/// too; those to other sites, with `--links`.
struct MissingTarget: Check {
    static let id = "missing-target"
    static let severity = Finding.Severity.error

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        let bytes = document.bytes
        let ids = Set(document.issue.sections.map(\.id))
        let site = OwnSite(context.publication.address)
        return headerImage(document, context)
            + document.destinations.compactMap { link in
                let url = link.url
                guard url.count > 1 else { return nil }
                if bytes[url.lowerBound] == UInt8(ascii: "#"), link.kind != .html {
                    let id = document.text((url.lowerBound + 1)..<url.upperBound)
                    // Other anchors are in raw HTML.
                    guard !ids.contains(id), !ids.contains(PercentEncoding.decoded(id)), !hasAnchor(id, document) else {
                        return nil
                    }
                    return finding(
                        "the issue has no heading with the address '#\(id)'", at: url, in: document,
                        explanation: "Correct the address, or link to the page.")
                }
                guard link.isImage, let path = imagePath(url, document), let exists = context.exists else {
                    return page(link, site, in: document, context)
                }
                guard !exists("\(context.publication.folders.images)/\(path)") else { return nil }
                return finding(
                    "there is no image '\(path)' in \(context.publication.folders.images)", at: url, in: document,
                    explanation: "Add the file, or correct its name.")
            }
    }

    /// A finding for a link to a path of the site that has nothing there.
    private func page(_ link: Link, _ site: OwnSite, in document: Document, _ context: CheckContext) -> Finding? {
        let bytes = document.bytes
        guard let publishes = context.publishes else { return nil }
        let path: String
        if bytes[link.url.lowerBound] == UInt8(ascii: "/"), !bytes.has("//", at: link.url.lowerBound) {
            path = document.text(link.url)
        } else if link.kind != .bare, let own = site.path(link.url, document) {
            path = own
        } else {
            return nil
        }
        guard !publishes(path) else { return nil }
        return finding(
            "the site has nothing at '\(path)'", at: link.url, in: document,
            explanation: "Correct the link, or add the file.", severity: link.isImage ? nil : .warning)
    }

    /// A finding for the picture for link previews that the header names.
    private func headerImage(_ document: Document, _ context: CheckContext) -> [Finding] {
        guard let image = document.issue.header.image, !image.hasPrefix("http"), let publishes = context.publishes,
            let place = document.headerValue("image"), !publishes("/" + image.drop { $0 == "/" })
        else { return [] }
        return [
            finding(
                "there is no file for 'image: \(image)'", at: place, in: document,
                explanation: "Add the file, or correct its name.")
        ]
    }

    private func hasAnchor(_ id: String, _ document: Document) -> Bool {
        document.tags.contains { tag in
            document.bytes.first("id=", in: tag.whole) != nil || document.bytes.first("name=", in: tag.whole) != nil
        }
    }

    /// The path of an image of the site's own, below the folder of images.
    private func imagePath(_ url: Range<Int>, _ document: Document) -> String? {
        let parts = URLParts(document.bytes, url)
        guard parts.scheme.isEmpty, !document.bytes.has("//", at: url.lowerBound) else { return nil }
        let text = document.text(url).prefix { $0 != "?" && $0 != "#" }
        // A path from the root leads to the folder only if it is the first one.
        let isElsewhere = text.hasPrefix("/") && !text.hasPrefix("/images/")
        guard !isElsewhere, let start = text.range(ofText: "images/") else { return nil }
        let path = text[start...]
        return path.isEmpty || path.utf8.contains(UInt8(ascii: "%")) ? nil : String(path)
    }
}

/// The publication's own site, as its address in the settings says.
private struct OwnSite {
    private let bytes: [UInt8]
    private let parts: URLParts
    /// The site's path, without a slash at its end.
    private let base: ArraySlice<UInt8>

    init(_ address: String) {
        bytes = Array(address.utf8)
        parts = URLParts(bytes, 0..<bytes.count)
        base = bytes[parts.path].last == UInt8(ascii: "/") ? bytes[parts.path].dropLast() : bytes[parts.path]
    }

    /// The path of an absolute URL; nil for other sites, and for other paths on the host.
    func path(_ url: Range<Int>, _ document: Document) -> String? {
        let found = URLParts(document.bytes, url)
        guard found.isWeb, found.host.count == parts.host.count,
            zip(found.host, parts.host).allSatisfy({ ASCII.lowered(document.bytes[$0]) == ASCII.lowered(bytes[$1]) }),
            document.bytes[found.path].starts(with: base),
            found.path.count == base.count
                || document.bytes[found.path.lowerBound + base.count] == UInt8(ascii: "/")
        else { return nil }
        let path = document.text(found.path.lowerBound..<url.upperBound)
        return path.isEmpty ? "/" : path
    }
}

extension Substring {
    /// The index after the first occurrence of a text.
    fileprivate func range(ofText text: String) -> Index? {
        var index = startIndex
        while index < endIndex {
            if self[index...].hasPrefix(text) { return self.index(index, offsetBy: text.count) }
            formIndex(after: &index)
        }
        return nil
    }
}
