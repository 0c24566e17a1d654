/// Fits the links in a page's HTML to the site: links between source files lead to the built pages, and paths from the
/// root stay inside a site that has a path of its own.
package struct LocalLinks: Sendable {
    private let base: String
    private let page: @Sendable (_ file: String) -> String?

    /// - Parameters:
    ///   - base: the path of the site's root, with leading and trailing slashes.
    ///   - page: the link to the page that is built from a file, by the file's path from the publication's root.
    package init(base: String, page: @escaping @Sendable (_ file: String) -> String?) {
        self.base = base
        self.page = page
    }

    /// - Parameters:
    ///   - anchors: positions in the HTML, which move with it.
    ///   - file: the page's file, from the publication's root.
    package func applied(to html: [UInt8], anchors: inout [BodyAnchor], file: String) -> [UInt8] {
        URLAttributes.edited(html, anchors: &anchors) { address in
            guard let first = address.first else { return nil }
            if first == UInt8(ascii: "/") {
                guard base != "/", !address.starts(with: "//".utf8), !isBelowBase(address) else { return nil }
                return .init(dropped: 0, prefix: String(base.dropLast()))
            }
            guard first != UInt8(ascii: "#"), !address.contains(UInt8(ascii: ":")) else { return nil }
            let text = String(decoding: address, as: UTF8.self)
            return target(of: text, from: file).map { .init(dropped: address.count, prefix: $0) }
        }
    }

    /// Whether a relative URL names a Markdown file, or has a mark of Pelican.
    static func namesSource(_ url: UnsafeBufferPointer<UInt8>) -> Bool {
        if url.first == UInt8(ascii: "{") || url.first == UInt8(ascii: "|") { return true }
        let path = url.prefix { $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "?") }
        return [".md", ".markdown"].contains { path.suffix($0.utf8.count).elementsEqual($0.utf8) }
    }

    private func isBelowBase(_ address: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        address.starts(with: base.utf8) || address.elementsEqual(base.utf8.dropLast())
    }

    /// The link to the page that is built from the file that a link names; nil for any other link.
    package func target(of address: String, from file: String) -> String? {
        var address = address[...]
        // Pelican's links to files, also with their brackets percent-encoded.
        for mark in ["{filename}", "|filename|", "%7Bfilename%7D", "{static}", "%7Bstatic%7D", "{attach}"]
        where address.hasPrefix(mark) {
            address = address.dropFirst(mark.count)
            if !mark.hasSuffix("filename}"), mark.contains("static") || mark.contains("attach") {
                return address.hasPrefix("/") ? base + address.dropFirst() : String(address)
            }
        }
        let path = address.prefix { $0 != "#" && $0 != "?" }
        guard path.hasSuffix(".md") || path.hasSuffix(".markdown") else { return nil }
        let folder = file.split(separator: "/").dropLast()
        // Pelican's root is the folder of all content.
        let starts = path.hasPrefix("/") ? [] : [Array(folder)]
        for start in starts + [Array(folder.prefix(1)), []] {
            guard let resolved = Self.resolved(path, from: start), let link = page(resolved) else { continue }
            return link + address[path.endIndex...]
        }
        return nil
    }

    /// A relative path resolved from a folder; nil if it leads out of the root.
    private static func resolved(_ path: Substring, from folder: [Substring]) -> String? {
        var parts = folder
        for part in path.split(separator: "/") {
            switch part {
            case ".": continue
            case "..":
                guard !parts.isEmpty else { return nil }
                parts.removeLast()
            default: parts.append(part)
            }
        }
        return parts.joined(separator: "/")
    }
}
