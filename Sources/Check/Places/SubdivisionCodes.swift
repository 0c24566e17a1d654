/// Subdivisions of countries by ISO 3166-2, for the countries whose subdivisions newsletters write.
enum SubdivisionCodes {
    /// The codes of a country's subdivisions, or nil if there is no table, so that no code can be called wrong.
    static func codes(of country: String) -> Set<String>? { tables[country] }

    /// The countries that have a subdivision with this code.
    static func countries(with code: String) -> [String] {
        tables.filter { $0.value.contains(code) }.keys.sorted()
    }

    private static let tables: [String: Set<String>] = lists.mapValues {
        Set($0.split(whereSeparator: \.isWhitespace).map(String.init))
    }

    private static let lists: [String: String] = [
        "AR": "A B C D E F G H J K L M N P Q R S T U V W X Y Z",
        "AU": "ACT NSW NT QLD SA TAS VIC WA",
        "BR": "AC AL AM AP BA CE DF ES GO MA MG MS MT PA PB PE PI PR RJ RN RO RR RS SC SE SP TO",
        "CA": "AB BC MB NB NL NS NT NU ON PE QC SK YT",
        "CH": "AG AI AR BE BL BS FR GE GL GR JU LU NE NW OW SG SH SO SZ TG TI UR VD VS ZG ZH",
        "CN": "AH BJ CQ FJ GD GS GX GZ HA HB HE HI HK HL HN JL JS JX LN MO NM NX QH SC SD SH SN SX TJ TW XJ XZ YN ZJ",
        "DE": "BB BE BW BY HB HE HH MV NI NW RP SH SL SN ST TH",
        // Includes the codes that were changed in 2023.
        "IN":
            "AN AP AR AS BR CG CH CT DH DL GA GJ HP HR JH JK KA KL LA LD MH ML MN MP MZ NL OD OR PB PY RJ SK TG TN TS TR UK UP UT WB",
        "MX":
            "AGU BCN BCS CAM CHH CHP CMX COA COL DUR GRO GUA HID JAL MEX MIC MOR NAY NLE OAX PUE QUE ROO SIN SLP SON TAB TAM TLA VER YUC ZAC",
        "NL": "DR FL FR GE GR LI NB NH OV UT ZE ZH",
        "NZ": "AUK BOP CAN CIT GIS HKB MBH MWT NSN NTL OTA STL TAS TKI WGN WKO WTC",
        "US": """
        AK AL AR AS AZ CA CO CT DC DE FL GA GU HI IA ID IL IN KS KY LA MA MD ME MI MN MO MP MS MT NC ND NE NH NJ NM NV NY OH
        OK OR PA PR RI SC SD TN TX UM UT VA VI VT WA WI WV WY
        """,
        "UY": "AR CA CL CO DU FD FS LA MA MO PA RN RO RV SA SJ SO TA TT",
    ]
}
