/// A link or an image in a page's text that names a file of the site or of the publication.
package struct LocalLink: Hashable, Sendable {
    /// The URL as it is written: a path from the site's root, or another Markdown file.
    package var url: String
    /// The line in the file, counted from 1.
    package var line: Int

    package init(url: String, line: Int) {
        self.url = url
        self.line = line
    }
}

extension RawHTML {
    /// The URLs of a tag's links and images that are paths from the site's root.
    static func rootPaths(_ tag: HTMLScanner.StartTag, in bytes: UnsafeBufferPointer<UInt8>) -> [String] {
        tag.attributes.compactMap { name, value in
            guard name == "href" || name == "src", isRootPath(bytes[value]) else { return nil }
            return tag.attribute(name, in: bytes)
        }
    }

    /// Whether a URL is a path from the site's root: `//` begins a host.
    static func isRootPath(_ url: some Collection<UInt8>) -> Bool {
        url.first == UInt8(ascii: "/") && url.dropFirst().first != UInt8(ascii: "/")
    }
}
