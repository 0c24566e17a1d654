internal import Context
internal import Settings

/// The folder for the program's state.
enum StateFolder {
    /// Keeps everything in the folder out of git: it has personal data and keys.
    ///
    /// - Throws: ``FileError``.
    static func hideFromGit(_ location: PublicationLocation, _ files: Files) throws {
        let ignore = "\(location.state)/.gitignore"
        if files.status(ignore) == nil { try files.write(ignore, Array("*\n".utf8)) }
    }
}
