package import Context

extension PublicationLocation {
    /// The path of a cache, such as `archive`, in the folder `cache` of the state folder.
    package func cache(_ name: String, _ files: Files) -> String {
        "\(folderOutsideGit("cache", files))/\(name)"
    }

    /// The path of a folder for data of this checkout only, such as the contents that `undo` restores.
    ///
    /// The folder ignores itself in git, so that the publication needs no line for it in `.gitignore`. An error while
    /// making the folder isn't reported here, because writing a file into it then fails, too.
    package func folderOutsideGit(_ name: String, _ files: Files) -> String {
        let folder = "\(state)/\(name)"
        let ignore = "\(folder)/.gitignore"
        // The code that writes into the folder reports what is wrong with it.
        if files.status(ignore) == nil { try? files.write(ignore, Array("*\n".utf8)) }
        return folder
    }
}
