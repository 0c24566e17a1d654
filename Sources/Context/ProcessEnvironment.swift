package import Text

/// What a run of the program knows about itself and how it was started.
package struct ProcessEnvironment: Sendable {
    /// An environment variable, or nil if it isn't set.
    package var variable: @Sendable (_ name: String) -> String?
    /// The arguments after the program's name, for display by `undo`.
    package var command: [String]
    /// How the program was started, in a form that works in a shell.
    package var program: String
    /// The number of processors.
    package var processors: Int
    /// Changes with every build of the program, so that output of an older one is generated again.
    package var fingerprint: @Sendable () -> Fingerprint

    package init(
        variable: @escaping @Sendable (_ name: String) -> String? = { _ in nil }, command: [String] = [],
        program: String = "sennight", processors: Int = 1,
        fingerprint: @escaping @Sendable () -> Fingerprint = { Fingerprint(.text("")) }
    ) {
        self.variable = variable
        self.command = command
        self.program = program
        self.processors = processors
        self.fingerprint = fingerprint
    }
}
