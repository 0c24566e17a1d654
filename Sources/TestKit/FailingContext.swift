package import Context
internal import Testing

extension Context {
    /// A context in which every effect fails the test until the test provides its own.
    package static var failing: Context {
        Context(
            files: Files(
                read: { path throws(FileError) in throw failure("read", path) },
                list: { path throws(FileError) in throw failure("list", path) },
                status: { path in
                    _ = failure("look at", path)
                    return nil
                },
                write: { path, _ throws(FileError) in throw failure("write", path) },
                remove: { path throws(FileError) in throw failure("remove", path) }),
            clock: Clock(
                now: {
                    Issue.record("the test didn't set the clock")
                    return 0
                }, sleep: { _ in Issue.record("the test didn't expect a pause") }),
            http: { _ in
                HTTP { request throws(HTTPError) in
                    Issue.record("the test didn't expect a request to \(request.url)")
                    throw HTTPError(url: request.url, reason: .refused("the test didn't expect it"))
                }
            },
            git: Git { command throws(GitError) in
                Issue.record("the test didn't expect git \(command.arguments.joined(separator: " "))")
                throw GitError(command: command.arguments, reason: .notRun("the test didn't expect it"))
            },
            secrets: Secrets { name in
                Issue.record("the test didn't expect a look at the secret \(name)")
                return nil
            },
            locks: .none)
    }

    private static func failure(_ verb: String, _ path: String) -> FileError {
        Issue.record("the test didn't expect an attempt to \(verb) \(path)")
        return FileError(path: path, reason: "the test didn't expect it")
    }
}
