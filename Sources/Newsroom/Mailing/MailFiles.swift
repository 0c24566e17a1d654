package import Context
package import Send
package import Settings

/// Writes an issue's mail into files.
package struct MailFiles {
    private let mail: IssueMail
    private let context: Context

    package init(_ mail: IssueMail, context: Context) {
        self.mail = mail
        self.context = context
    }

    /// Writes one message into a file, and further ones into files with a number in their names.
    ///
    /// - Returns: the files.
    /// - Throws: ``FileError``.
    package func write(_ messages: [[UInt8]], to file: String) throws -> [String] {
        let files = messages.indices.map { $0 == 0 ? file : Self.numbered(file, $0 + 1) }
        for (file, message) in zip(files, messages) { try context.files.write(file, message) }
        return files
    }

    /// Writes HTML and text, for a service that sends them or as they are.
    ///
    /// - Throws: ``FileError``.
    package func writeParts(html: String?, text: String?, for host: ListHost?) throws {
        if let html { try context.files.write(html, host?.html(mail.html, place: mail.place) ?? mail.html) }
        if let text { try context.files.write(text, host?.text(mail.text, place: mail.place) ?? mail.text) }
    }

    /// Writes the HTML where a browser can show it.
    ///
    /// - Returns: the URL.
    package func writePage(_ location: PublicationLocation) throws -> String {
        let file = "\(location.state)/mail/preview.html"
        try context.files.write(file, mail.html)
        return "file://\(context.files.realPath(file) ?? file)"
    }

    /// `mail-2.eml` for `mail.eml`.
    private static func numbered(_ file: String, _ number: Int) -> String {
        let name = file.split(separator: "/").last ?? ""
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "\(file)-\(number)" }
        let ending = name[dot...]
        return "\(file.dropLast(ending.count))-\(number)\(ending)"
    }
}
