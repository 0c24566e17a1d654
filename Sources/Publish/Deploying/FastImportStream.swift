/// The input of git-fast-import(1) for one commit on top of another, of which only the tree is used.
struct FastImportStream {
    private var bytes: [UInt8]

    /// - Parameter parent: the commit whose other files are kept; nil for none.
    init(reference: String, parent: String?) {
        // The author doesn't matter, because another commit gets the tree.
        let start = "feature done\ncommit \(reference)\nmark :1\ncommitter sennight <> 0 +0000\ndata 0\n"
        bytes = Array((start + (parent.map { "from \($0)\n" } ?? "")).utf8)
    }

    mutating func remove(_ path: String) {
        bytes += "D \(Self.quoted(path))\n".utf8
    }

    mutating func add(_ path: String, _ content: [UInt8]) {
        bytes += "M 100644 inline \(Self.quoted(path))\ndata \(content.count)\n".utf8
        bytes += content
        bytes.append(UInt8(ascii: "\n"))
    }

    /// The whole stream; git writes the commit's name to standard output.
    func finished() -> [UInt8] {
        bytes + "\nget-mark :1\ndone\n".utf8
    }

    /// A path in the form of a C string, which is always allowed.
    private static func quoted(_ path: String) -> String {
        var text = "\""
        for character in path.unicodeScalars {
            switch character {
            case "\"", "\\": text += "\\\(character)"
            case "\n": text += "\\n"
            default: text.unicodeScalars.append(character)
            }
        }
        return text + "\""
    }
}
