internal import Collect
internal import Context
internal import Live
internal import Newsletter
internal import Settings
internal import Signing

/// What sources may do, for real.
enum OutsideAccess {
    /// - Parameter mask: learns the secrets that are handed out.
    /// - Throws: a ``Diagnostic`` where the environment is not in order.
    static func live(_ session: DraftSession, _ mask: SecretMask) throws(Diagnostic) -> Outside {
        let location = session.location
        let folder = location.settings.lastIndex(of: "/").map { String(location.settings[...$0]) } ?? ""
        let files = session.files
        return Outside(
            http: try WebAccess.live(location, publication: session.publication),
            now: session.context.clock.now() / 1_000_000_000,
            secret: { name in
                do {
                    return mask.note(try Secret.named(name, files: files))
                } catch {
                    Terminal.say("\(name): \(error)")
                    return nil
                }
            },
            git: { arguments throws(CommandError) in
                let output: GitOutput
                do throws(GitError) {
                    output = try await Git.live.run(GitCommand(arguments))
                } catch {
                    throw CommandError("\(error)")
                }
                guard output.status == 0 else {
                    throw CommandError("git: \(output.talk.split(separator: "\n").joined(separator: "; "))")
                }
                return output.bytes
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
