package import Text

/// What a run of the program knows of itself and of who started it.
package struct ProcessEnvironment: Sendable {
    /// An environment variable; nil where it isn't set.
    package var variable: @Sendable (_ name: String) -> String?
    /// What was typed after the program's name; undo shows it.
    package var command: [String]
    /// How the program was started, as a shell finds it again.
    package var program: String
    /// How many processors there are.
    package var processors: Int
    /// Changes with every build of the program, so that what an older one made is made anew.
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
