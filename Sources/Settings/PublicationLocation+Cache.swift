package import Context

extension PublicationLocation {
    /// Where something is that can be made again, such as `archive`, below the state's folder `cache`.
    package func cache(_ name: String, _ files: Files) -> String {
        "\(folderOutsideGit("cache", files))/\(name)"
    }

    /// Where what can't be made again is kept for this checkout alone, such as the texts that `undo` restores.
    ///
    /// The folder keeps itself out of git, so that no publication needs a line for it in its own `.gitignore`; where it
    /// can't be written, what belongs into it can't either, and whoever writes that reports it.
    package func folderOutsideGit(_ name: String, _ files: Files) -> String {
        let folder = "\(state)/\(name)"
        let ignore = "\(folder)/.gitignore"
        // Whoever writes into the folder reports what is wrong with it.
        if files.status(ignore) == nil { try? files.write(ignore, Array("*\n".utf8)) }
        return folder
    }
}
