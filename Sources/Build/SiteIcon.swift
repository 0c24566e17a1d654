internal import Context
internal import Newsletter
internal import Settings

/// The icon that browsers show for the site.
enum SiteIcon: Hashable, Sendable {
    /// An image made of the title's initial.
    case initial(String)
    /// A file that is copied: its path, and its ending.
    case file(path: String, ending: String)
    /// A file that is part of the site anyway, by its path from the site's root.
    case existing(String)

    /// The icon that the settings name, or that the folder of static files has, or else the title's initial.
    ///
    /// - Throws: a ``Diagnostic`` if the settings name a file that doesn't exist.
    static func of(_ publication: Publication, _ location: PublicationLocation, _ files: Files) throws -> SiteIcon {
        let folder = publication.folders.static
        guard let icon = publication.icon else {
            let present = ["favicon.svg", "favicon.ico", "favicon.png"].first { name in
                files.status(location.path("\(folder)/\(name)")) != nil
            }
            return present.map { .existing($0) } ?? .initial(initial(of: publication.title))
        }
        guard files.status(location.path(icon)) != nil else {
            throw Diagnostics([
                Diagnostic(
                    "'icon' names a file that doesn't exist: '\(icon)'",
                    remedy: "Write the path of an image from the publication's root", file: location.settings)
            ])
        }
        if icon.hasPrefix(folder + "/") { return .existing(String(icon.dropFirst(folder.count + 1))) }
        let dot = icon.lastIndex(of: ".").map { icon.index(after: $0) } ?? icon.endIndex
        return .file(path: icon, ending: dot == icon.endIndex ? "ico" : icon[dot...].lowercased())
    }

    /// The path from the site's root.
    func path(_ address: SiteAddress) -> String {
        switch self {
        case .initial: address.path(of: .icon(ending: "svg"))
        case .file(_, let ending): address.path(of: .icon(ending: ending))
        case .existing(let path): path
        }
    }

    /// The first letter or digit of a title, in upper case.
    static func initial(of title: String) -> String {
        title.first { $0.isLetter || $0.isNumber }.map { $0.uppercased() } ?? "•"
    }
}
