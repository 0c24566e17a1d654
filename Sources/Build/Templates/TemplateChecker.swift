internal import Newsletter
internal import Text

/// Finds names in a template that no page provides; a misspelt name would silently print nothing.
enum TemplateChecker {
    static func faults(of bytes: [UInt8], file: String, partials: Set<String>) -> [Diagnostic] {
        var faults: [Diagnostic] = []
        var location = SourceLocation(line: 1, column: 1)
        var index = 0
        while index < bytes.count {
            guard bytes[index...].starts(with: "{{".utf8) else {
                advance(&location, over: bytes[index])
                index += 1
                continue
            }
            let isTriple = bytes[index...].starts(with: "{{{".utf8)
            let start = index + (isTriple ? 3 : 2)
            guard let end = (start..<bytes.count).first(where: { bytes[$0...].starts(with: "}}".utf8) }) else {
                faults.append(
                    Diagnostic("a tag isn't closed", remedy: "Write '}}' after it", file: file, at: location))
                return faults
            }
            let tag = String(decoding: bytes[start..<end], as: UTF8.self)
            if let fault = fault(of: tag, file: file, at: location, partials: partials) { faults.append(fault) }
            while index < end {
                advance(&location, over: bytes[index])
                index += 1
            }
        }
        return faults
    }

    private static func fault(of tag: String, file: String, at location: SourceLocation, partials: Set<String>)
        -> Diagnostic?
    {
        let sigil = tag.first { !$0.isWhitespace }
        guard sigil != "!", sigil != "=", sigil != "%" else { return nil }
        let name = String(tag.drop { "#^/>&$< \t\n".contains($0) }.reversed().drop { $0.isWhitespace }.reversed())
        if sigil == ">" {
            guard !partials.contains(name) else { return nil }
            let nearest = ClosestMatch.of(name, among: partials)
            return Diagnostic(
                "unknown template '\(name)'",
                remedy: nearest.map { "Did you mean '\($0)'?" }
                    ?? "Known templates: \(partials.sorted().joined(separator: ", "))",
                file: file, at: location)
        }
        guard name != "." else { return nil }
        for part in name.split(separator: ".") where !TemplateNames.all.contains(String(part)) {
            let nearest = ClosestMatch.of(String(part), among: TemplateNames.all.sorted())
            return Diagnostic(
                "unknown name '\(name)'",
                remedy: nearest.map { "Did you mean '\($0)'?" }
                    ?? "To see all names in use, copy the built-in theme with 'sennight theme --eject'",
                file: file, at: location)
        }
        return nil
    }

    private static func advance(_ location: inout SourceLocation, over byte: UInt8) {
        if byte == UInt8(ascii: "\n") {
            location = SourceLocation(line: location.line + 1, column: 1)
        } else {
            location.column += 1
        }
    }
}
