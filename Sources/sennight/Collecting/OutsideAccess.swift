internal import Collect
internal import Context
internal import Live
internal import Newsletter
internal import Settings
internal import Signing
internal import Text

/// What sources may do, for real.
enum OutsideAccess {
    /// - Throws: a ``Diagnostic`` where the environment is not in order.
    static func live(_ session: DraftSession) throws(Diagnostic) -> Outside {
        let location = session.location
        let folder = location.settings.lastIndex(of: "/").map { String(location.settings[...$0]) } ?? ""
        let files = session.files
        return Outside(
            http: try WebAccess.live(location, publication: session.publication, leavesSlowHosts: true),
            now: session.context.clock.now() / 1_000_000_000,
            secret: { name in
                do {
                    return try Secret.named(name, files: files)
                } catch {
                    Terminal.say("\(Assignment.variableName(name) ?? "a secret"): \(error)")
                    return nil
                }
            },
            git: { path, arguments throws(CommandError) in
                let repository = NamedRepository(
                    path.hasPrefix("/") ? path : folder + path, publication: location.root, files: files)
                do throws(GitError) {
                    return try await repository.output(arguments)
                } catch {
                    throw CommandError(error.summary)
                }
            },
            file: { path throws(FileError) in try files.read(path.hasPrefix("/") ? path : folder + path) },
            sign: { message, key throws(CommandError) in
                do throws(SigningError) {
                    return try RSASigner(pem: key).signature(of: message)
                } catch {
                    throw CommandError("\(error)")
                }
            })
    }
}
