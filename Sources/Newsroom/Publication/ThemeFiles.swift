internal import Build
package import Context
internal import Newsletter
package import Settings

/// The files of the built-in theme.
package enum ThemeFiles {
    private static let all: [(name: String, bytes: [UInt8])] =
        (ShippedTheme.templates.map { ("\($0.key).mustache", Array($0.value.utf8)) } + [
            ("style.css", ShippedTheme.styleSheet)
        ]).sorted { $0.0 < $1.0 }

    package static var names: [String] { all.map(\.name) }

    /// Writes the files into the publication's theme folder; existing files stay as they are.
    ///
    /// - Returns: the path of each file, and whether it was written.
    package static func eject(
        _ location: PublicationLocation, context: Context
    ) throws -> [(path: String, isWritten: Bool)] {
        let folder = location.path(try location.open(context.files).publication.folders.theme)
        context.files.removeTemporaries(folder)
        return try all.map { name, bytes in
            let path = "\(folder)/\(name)"
            guard context.files.status(path) == nil else { return (path, false) }
            try context.files.write(path, bytes)
            return (path, true)
        }
    }
}
