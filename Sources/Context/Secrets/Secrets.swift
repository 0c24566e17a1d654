/// Access to secrets.
package struct Secrets: Sendable {
    /// The secret with a name, or nil if it isn't set.
    ///
    /// - Throws: ``FileError`` if it is in a file that can't be read.
    package var named: @Sendable (_ name: String) throws(FileError) -> String?

    package init(named: @escaping @Sendable (_ name: String) throws(FileError) -> String?) {
        self.named = named
    }

    /// Secrets of which none are set.
    package static let none = Secrets { _ in nil }

    /// The value of `NAME` in the environment, or the content of the file that `NAME_FILE` names. From then on, each
    /// secret that has been read is masked wherever the program prints or writes it.
    package static func reading(_ environment: ProcessEnvironment, _ files: Files, masking redactor: Redactor)
        -> Secrets
    {
        Secrets { name throws(FileError) in
            if let value = environment.variable(name), !value.isEmpty {
                redactor.add(value)
                return value
            }
            guard let file = environment.variable(name + "_FILE"), !file.isEmpty else { return nil }
            let text = String(decoding: try files.read(file, atMost: Files.largestText), as: UTF8.self)
            let blank = text.prefix(while: \.isWhitespace)
            var value = text[blank.endIndex...]
            while value.last?.isWhitespace == true { value.removeLast() }
            guard !value.isEmpty else {
                throw FileError(
                    path: file, reason: "the file is empty",
                    remedy: "Write the secret into the file, or unset \(name)_FILE")
            }
            redactor.add(String(value))
            return String(value)
        }
    }
}
