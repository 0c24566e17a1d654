/// The names of months in the languages that feeds and issues write dates in.
package enum MonthNames {
    /// - Parameter word: in lower case, at least three letters of a name.
    package static func month(_ word: String) -> Int? {
        guard word.count >= 3 else { return nil }
        let known = byStart[String(word.prefix(3))]?.first { $0.name.hasPrefix(word) }
        return known?.month ?? others[word]
    }

    /// The names by their first three letters, in the order of the languages.
    private static let byStart = {
        var byStart: [String: [(name: String, month: Int)]] = [:]
        for names in languages {
            for (name, month) in zip(names, 1...) { byStart[String(name.prefix(3)), default: []].append((name, month)) }
        }
        return byStart
    }()

    private static let languages = [
        [
            "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
            "november", "december",
        ],
        [
            "januar", "februar", "märz", "april", "mai", "juni", "juli", "august", "september", "oktober", "november",
            "dezember",
        ],
        [
            "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
            "novembre", "décembre",
        ],
        [
            "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre",
            "noviembre", "diciembre",
        ],
        [
            "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre", "ottobre",
            "novembre", "dicembre",
        ],
        [
            "janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro", "outubro",
            "novembro", "dezembro",
        ],
        [
            "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября",
            "декабря",
        ],
        [
            "január", "február", "március", "április", "május", "június", "július", "augusztus", "szeptember",
            "október", "november", "december",
        ],
        [
            "ιανουαρίου", "φεβρουαρίου", "μαρτίου", "απριλίου", "μαΐου", "ιουνίου", "ιουλίου", "αυγούστου",
            "σεπτεμβρίου", "οκτωβρίου", "νοεμβρίου", "δεκεμβρίου",
        ],
    ]
    private static let others = [
        "mrz": 3, "maart": 3, "mei": 5, "fevrier": 2, "aout": 8, "decembre": 12, "sept": 9,
        // Greek abbreviations have accents where the genitive has none.
        "μάρ": 3, "μάι": 5, "μαϊ": 5, "ιούν": 6, "ιούλ": 7, "αύγ": 8, "νοέ": 11,
    ]
}
