/// A text in JSON that some sites write as a number, as an object that contains the text, or as a list of texts.
struct LooseText: Decodable {
    var text: String

    /// - Throws: an error for values without text.
    init(from decoder: any Decoder) throws {
        // A value that isn't a list, an object or a number may still be text.
        if var list = try? decoder.unkeyedContainer() {
            text = try list.decode(LooseText.self).text
            return
        }
        if let object = try? decoder.container(keyedBy: Key.self) {
            let found = Key.allCases.lazy.compactMap { object.optional(LooseText.self, $0) }.first
            guard let found else { throw DecodingError.valueNotFound(String.self, Self.context(decoder)) }
            text = found.text
            return
        }
        let value = try decoder.singleValueContainer()
        if let number = try? value.decode(Int.self) {
            text = String(number)
        } else if let number = try? value.decode(Double.self) {
            text = String(number)
        } else {
            text = try value.decode(String.self)
            guard !text.isEmpty else { throw DecodingError.valueNotFound(String.self, Self.context(decoder)) }
        }
    }

    private static func context(_ decoder: any Decoder) -> DecodingError.Context {
        DecodingError.Context(codingPath: decoder.codingPath, debugDescription: "no text")
    }

    /// The members in which objects have their text, such as a name or an address.
    private enum Key: String, CodingKey, CaseIterable {
        case value = "@value"
        case name, url
        case id = "@id"
    }
}
