package import Text

/// Facts about this process: its environment variables, its arguments, and the machine's processors.
package struct ProcessEnvironment: Sendable {
    /// An environment variable, or nil if it isn't set.
    package var variable: @Sendable (_ name: String) -> String?
    /// The arguments after the program's name, for display by `undo`.
    package var command: [String]
    /// How the program was started, in a form that works in a shell.
    package var program: String
    /// The number of processors.
    package var processors: Int
    /// A fingerprint of the program, so that what an older build of the program generated is generated again.
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
