package import Context

extension PublicationLocation {
    /// Where something is that can be made again, such as `archive`, below the state's folder `cache`.
    ///
    /// The folder keeps itself out of git, so that no publication needs a line for it in its own `.gitignore`; where it
    /// cannot be written, the cache cannot either, and whoever writes that says so.
    package func cache(_ name: String, _ files: Files) -> String {
        let folder = "\(state)/cache"
        let ignore = "\(folder)/.gitignore"
        // Whoever writes into the folder reports what is wrong with it.
        if files.status(ignore) == nil { try? files.write(ignore, Array("*\n".utf8)) }
        return "\(folder)/\(name)"
    }
}
