/// Parses the query language; any text is a valid query.
package struct QueryParser {
    private var query = SearchQuery()
    private let characters: [Unicode.Scalar]
    private var position = 0

    /// - Parameter isTyping: whether the last word may be incomplete.
    package static func query(_ text: String, isTyping: Bool = false) -> SearchQuery {
        var parser = QueryParser(characters: Array(text.unicodeScalars.prefix(longestQuery)))
        parser.run(isTyping: isTyping)
        return parser.query
    }

    /// The maximum length of a query, in characters.
    private static let longestQuery = 256
    private static let mostWords = 16

    private init(characters: [Unicode.Scalar]) {
        self.characters = characters
    }

    private mutating func run(isTyping: Bool) {
        var endsInWord = false
        while position < characters.count {
            guard !characters[position].properties.isWhitespace else {
                endsInWord = false
                position += 1
                continue
            }
            // `--release` is an option of a program.
            let isNegated =
                characters[position] == "-" && (position + 1 == characters.count || characters[position + 1] != "-")
            if isNegated { position += 1 }
            let field = takeField()
            let (value, isQuoted) = takeValue()
            endsInWord = false
            if let field, let kind = Self.filter(field, value) {
                query.filters.append(SearchQuery.Filter(kind: kind, isNegated: isNegated))
                continue
            }
            let text = field.map { "\($0):\(value)" } ?? value
            if isNegated {
                exclude(text)
            } else {
                add(text, isPhrase: isQuoted)
                endsInWord = !isQuoted
            }
        }
        if isTyping, endsInWord, !query.words.isEmpty {
            query.words[query.words.count - 1].isPrefix = true
            for index in query.compounds.indices where query.compounds[index].covered.upperBound == query.words.count {
                query.compounds[index].word.isPrefix = true
            }
        }
    }

    /// The name of a field, if `name:` begins here.
    private mutating func takeField() -> String? {
        for name in ["site", "section", "tag", "year", "issue"] {
            let end = position + name.count
            guard end + 1 < characters.count, characters[end] == ":", !characters[end + 1].properties.isWhitespace,
                Self.text(characters[position..<end]).lowercased() == name
            else { continue }
            position = end + 1
            return name
        }
        return nil
    }

    /// The text up to the next blank or, in quotation marks, up to the closing one; an opening mark without a closing
    /// one is ignored.
    private mutating func takeValue() -> (text: String, isQuoted: Bool) {
        if position < characters.count, characters[position] == "\"" {
            if let end = characters[(position + 1)...].firstIndex(of: "\"") {
                defer { position = end + 1 }
                return (Self.text(characters[(position + 1)..<end]), true)
            }
            position += 1
        }
        let start = position
        while position < characters.count, !characters[position].properties.isWhitespace { position += 1 }
        return (Self.text(characters[start..<position]), false)
    }

    private static func text(_ characters: ArraySlice<Unicode.Scalar>) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: characters)
        return String(text)
    }

    private static func filter(_ field: String, _ value: String) -> SearchQuery.Filter.Kind? {
        switch field {
        case "site", "tag":
            let folded = SearchQuery.filterValue(value)
            return folded.isEmpty ? nil : .term(Array("@\(field):\(folded)".utf8))
        case "section":
            let folded = String(decoding: TextFolding.folded(value), as: UTF8.self)
            return folded.isEmpty ? nil : .section(folded)
        case "issue": return number(value).map { .issue($0) }
        default:
            guard let dots = value.firstRange(of: "..") else { return number(value).map { .years($0...$0) } }
            let (first, last) = (value[..<dots.lowerBound], value[dots.upperBound...])
            guard let low = first.isEmpty ? 0 : number(first), let high = last.isEmpty ? 9999 : number(last),
                low <= high
            else { return nil }
            return .years(low...high)
        }
    }

    /// A number of one to six digits.
    private static func number(_ text: some StringProtocol) -> Int? {
        (1...6).contains(text.utf8.count) && text.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } ? Int(text) : nil
    }

    private mutating func add(_ text: String, isPhrase: Bool) {
        let folded = TextFolding.folded(text)
        var phrase: [[UInt8]] = []
        var (query, first) = (query, query.words.count)
        Tokenizer.scan(folded, isForIndex: false) { range, covered in
            if covered > 0 {
                // Words beyond the limit aren't there to be covered.
                guard !isPhrase, query.words.count - covered >= first, query.words.count < Self.mostWords else {
                    return
                }
                query.compounds.append(
                    SearchQuery.Compound(
                        word: SearchQuery.Word(text: Array(folded[range])),
                        covered: (query.words.count - covered)..<query.words.count))
            } else if query.words.count < Self.mostWords {
                query.words.append(SearchQuery.Word(text: Array(folded[range])))
                phrase.append(Array(folded[range]))
            }
        }
        first = query.words.count
        if isPhrase, phrase.count > 1 { query.phrases.append(phrase) }
        self.query = query
    }

    private mutating func exclude(_ text: String) {
        let folded = TextFolding.folded(text)
        var excluded: [[UInt8]] = []
        Tokenizer.scan(folded, isForIndex: false) { range, covered in
            // Of a compound, its words alone aren't meant.
            excluded.removeLast(min(covered, excluded.count))
            excluded.append(Array(folded[range]))
        }
        query.excluded = Array((query.excluded + excluded).prefix(Self.mostWords))
    }
}
