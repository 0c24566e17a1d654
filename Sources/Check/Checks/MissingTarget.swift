internal import Newsletter

/// An image isn't in the publication's folder of images, or a link leads to a heading that the issue doesn't have.
///
/// Readers see a broken image, or stay where they are.
struct MissingTarget: Check {
    static let id = "missing-target"
    static let severity = Finding.Severity.error

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        let bytes = document.bytes
        let ids = Set(document.issue.sections.map(\.id))
        return document.destinations.compactMap { link in
            let url = link.url
            guard url.count > 1 else { return nil }
            if bytes[url.lowerBound] == UInt8(ascii: "#"), link.kind != .html {
                let id = document.text((url.lowerBound + 1)..<url.upperBound)
                // Other anchors are in raw HTML.
                guard !ids.contains(id), !ids.contains(id.removingPercentEncoding), !hasAnchor(id, document) else {
                    return nil
                }
                return finding(
                    "the issue has no heading with the address '#\(id)'", at: url, in: document,
                    explanation: "Correct the address, or link to the page.")
            }
            guard link.isImage, let path = imagePath(url, document), let exists = context.exists,
                !exists("\(context.publication.folders.images)/\(path)")
            else { return nil }
            return finding(
                "there is no image '\(path)' in \(context.publication.folders.images)", at: url, in: document,
                explanation: "Add the file, or correct its name.")
        }
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

extension String {
    /// The text with percent-encoded bytes decoded.
    fileprivate var removingPercentEncoding: String {
        var bytes: [UInt8] = []
        var rest = Array(utf8)[...]
        while let first = rest.popFirst() {
            let digits = rest.prefix(2)
            if first == UInt8(ascii: "%"), digits.count == 2,
                let byte = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
            {
                bytes.append(byte)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(first)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
