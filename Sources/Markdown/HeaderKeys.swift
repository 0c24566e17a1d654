internal import Newsletter

/// The fields that Sennight reads from an issue's header.
enum HeaderKeys {
    private static let read: [String] = [
        "title", "date", "number", "category", "categories", "slug", "tags", "status", "author", "authors", "summary",
        "description", "draft", "published", "permalink", "image", "aliases",
    ]
    /// Fields of other programs that differ from one of ours by a letter.
    private static let foreign: Set<String> = ["data", "tag", "images"]

    /// The field that was probably meant by a key that isn't read; nil if there is no such field, or the header has it.
    static func meant(by key: String, in fields: HeaderReader.Fields) -> String? {
        guard key.utf8.count >= 4, !read.contains(key), !foreign.contains(key) else { return nil }
        let written = Array(key.utf8)
        return read.first { fields.values[$0] == nil && Typo.isOne(written, Array($0.utf8)) }
    }
}

extension HeaderReader.Fields {
    /// Whether there is a title, maybe with a misspelt key.
    package var namesTitle: Bool {
        values["title"] != nil || values.keys.contains { HeaderKeys.meant(by: $0, in: self) == "title" }
    }

    /// An error for each key that is a misspelt one.
    func misspeltKeys(file: String) -> [(meant: String, fault: Diagnostic)] {
        values.sorted { $0.value.location.line < $1.value.location.line }.compactMap { key, value in
            HeaderKeys.meant(by: key, in: self).map { meant in
                let fault = Diagnostic(
                    "'\(key)' isn't a header field", remedy: "Did you mean '\(meant)'?", file: file,
                    at: value.location)
                return (meant, fault)
            }
        }
    }
}
