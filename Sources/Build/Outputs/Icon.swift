package import Context
internal import Newsletter
internal import Settings
internal import Text

/// `/favicon.svg`, the icon with the title's initial, or the file that `icon:` names.
package struct Icon: Output {
    package init() {}

    package func products(of site: Site) throws -> [Product] {
        let path = site.icon.path(site.address)
        switch site.icon {
        case .existing: return []
        case .initial(let letter):
            let bytes = Self.image(of: letter)
            return [Product(path: path, fingerprint: Fingerprint(of: bytes), content: .bytes { bytes })]
        case .file(let file, _):
            let bytes = try site.files.read(site.location.path(file))
            return [Product(path: path, fingerprint: Fingerprint(of: bytes), content: .bytes { bytes })]
        }
    }

    /// An SVG image in the colours of the theme, for light and dark windows.
    static func image(of letter: String) -> [UInt8] {
        Array(
            """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">
            <style>rect{fill:#9c2f1b}text{fill:#fcfaf5}@media(prefers-color-scheme:dark){rect{fill:#f2a188}text{fill:#181614}}</style>
            <rect width="64" height="64" rx="14"/>
            <text x="32" y="47" font-family="Charter,Georgia,serif" font-size="44" font-weight="700" text-anchor="middle">\(Escaping.xml(letter))</text>
            </svg>

            """.utf8)
    }
}
