/// Countries by ISO 3166-1 alpha-2, and the continents they lie on.
enum CountryCodes {
    static func contains(_ code: String) -> Bool { continents[code] != nil }

    /// The continents of a country; some lie on two. Empty for what is no country's code.
    static func continents(of code: String) -> [Continent] { continents[code] ?? [] }

    static var all: some Collection<String> { continents.keys }

    enum Continent: String, CaseIterable, Sendable {
        case africa = "Africa"
        case antarctica = "Antarctica"
        case asia = "Asia"
        case europe = "Europe"
        case northAmerica = "North America"
        case oceania = "Oceania"
        case southAmerica = "South America"
    }

    private static let continents: [String: [Continent]] = {
        var table: [String: [Continent]] = [:]
        for (continent, codes) in byContinent {
            for code in codes.split(whereSeparator: \.isWhitespace) {
                table[String(code), default: []].append(continent)
            }
        }
        return table
    }()

    private static let byContinent: [(Continent, String)] = [
        (
            .africa,
            """
            AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EG EH ER ET GA GH GM GN GQ GW KE KM LR LS LY MA MG ML MR MU MW MZ NA NE
            NG RE RW SC SD SH SL SN SO SS ST SZ TD TG TN TZ UG YT ZA ZM ZW
            """
        ),
        (.antarctica, "AQ BV GS HM TF"),
        (
            .asia,
            """
            AE AF AM AZ BD BH BN BT CC CN CX CY EG GE HK ID IL IN IO IQ IR JO JP KG KH KP KR KW KZ LA LB LK MM MN MO MV MY
            NP OM PH PK PS QA RU SA SG SY TH TJ TL TM TR TW UZ VN YE
            """
        ),
        (
            .europe,
            """
            AD AL AM AT AX AZ BA BE BG BY CH CY CZ DE DK EE ES FI FO FR GB GE GG GI GR HR HU IE IM IS IT JE KZ LI LT LU LV
            MC MD ME MK MT NL NO PL PT RO RS RU SE SI SJ SK SM TR UA VA
            """
        ),
        (
            .northAmerica,
            """
            AG AI AW BB BL BM BQ BS BZ CA CR CU CW DM DO GD GL GP GT HN HT JM KN KY LC MF MQ MS MX NI PA PM PR SV SX TC TT
            US VC VG VI
            """
        ),
        (
            .oceania,
            "AS AU CC CK CX FJ FM GU HM KI MH MP NC NF NR NU NZ PF PG PN PW SB TK TO TV UM VU WF WS"
        ),
        (.southAmerica, "AR BO BR BQ CL CO CW EC FK GF GS GY PE PY SR TT UY VE"),
    ]
}
