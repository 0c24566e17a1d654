/// The canonical forms that DKIM signs: "relaxed" for the header and the body (RFC 6376, sections 3.4.2 and 3.4.4).
enum DKIMCanonical {
    /// A field with its name in lower case, on one line, and with single spaces, followed by a line end.
    static func field(_ name: String, _ body: String) -> String {
        var output = ""
        for scalar in body.unicodeScalars where scalar != "\r" && scalar != "\n" {
            let isSpace = scalar == " " || scalar == "\t"
            if isSpace, output.isEmpty || output.unicodeScalars.last == " " { continue }
            output.unicodeScalars.append(isSpace ? " " : scalar)
        }
        if output.unicodeScalars.last == " " { output.unicodeScalars.removeLast() }
        return "\(name.lowercased()):\(output)\r\n"
    }

    /// A body with lines that end with `\r\n`: no spaces at their ends, no runs of spaces, no empty lines at the end.
    static func body(_ body: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(body.count)
        var hasSpace = false
        for byte in body {
            switch byte {
            case 0x20, 0x09: hasSpace = true
            case 0x0D:
                // Spaces at the end of a line are dropped.
                hasSpace = false
                output.append(byte)
            default:
                if hasSpace { output.append(0x20) }
                hasSpace = false
                output.append(byte)
            }
        }
        while output.count >= 4, output.suffix(4).elementsEqual([0x0D, 0x0A, 0x0D, 0x0A]) { output.removeLast(2) }
        if output == [0x0D, 0x0A] { return [] }
        return output
    }
}
