/// The outside world as values: what a stage may do beyond computing stands here and nowhere else.
package struct Context: Sendable {
    package var files: Files
    package var clock: Clock
    package var http: HTTP
    package var git: Git
    /// Yields after every change below some folders, or to some files; changes that come while nobody listens are one.
    ///
    /// The paths are asked for anew after each change; what is not there yet is noticed when it comes.
    package var changes: @Sendable (_ paths: @escaping @Sendable () -> [String]) -> AsyncStream<Void>

    package init(
        files: Files, clock: Clock, http: HTTP = .none, git: Git = .none,
        changes: @escaping @Sendable (_ paths: @escaping @Sendable () -> [String]) -> AsyncStream<Void> = { _ in
            AsyncStream { $0.finish() }
        }
    ) {
        (self.files, self.clock, self.http, self.git, self.changes) = (files, clock, http, git, changes)
    }
}
