package import Context

extension PublicationLocation {
    /// The path of something that can be made again, such as `archive`, in the folder `cache` of the state folder.
    package func cache(_ name: String, _ files: Files) -> String {
        "\(folderOutsideGit("cache", files))/\(name)"
    }

    /// The folder for what can't be made again but is only for this checkout, such as the texts that `undo` restores.
    ///
    /// The folder ignores itself in git, so that the publication needs no line for it in `.gitignore`. If it can't be
    /// written, neither can its files, and the code that writes them reports that.
    package func folderOutsideGit(_ name: String, _ files: Files) -> String {
        let folder = "\(state)/\(name)"
        let ignore = "\(folder)/.gitignore"
        // The code that writes into the folder reports what is wrong with it.
        if files.status(ignore) == nil { try? files.write(ignore, Array("*\n".utf8)) }
        return folder
    }
}
