/// Cities in states whose code is also a country's: `Boulder, CO` isn't in Colombia, `Indianapolis, IN` isn't in India.
enum AmbiguousCities {
    /// Whether a state has a known city of this name.
    static func isKnown(_ city: String, in state: NorthAmericanState) -> Bool {
        cities[state.code]?.contains(city.lowercased()) ?? false
    }

    private static let cities: [String: Set<String>] = [
        "AL": ["birmingham", "huntsville", "mobile", "montgomery", "tuscaloosa", "auburn"],
        "AR": ["little rock", "fayetteville", "bentonville", "fort smith"],
        "AZ": ["phoenix", "tucson", "tempe", "scottsdale", "mesa", "chandler"],
        "CA": [],
        "CO": [
            "denver", "boulder", "colorado springs", "fort collins", "lakewood", "aurora", "golden", "longmont",
            "louisville", "westminster", "broomfield", "lafayette", "littleton",
        ],
        "DE": ["wilmington", "dover", "newark"],
        "GA": ["atlanta", "savannah", "athens", "augusta", "alpharetta", "decatur", "columbus", "macon", "roswell"],
        "ID": ["boise", "meridian", "nampa", "idaho falls", "pocatello"],
        "IL": [
            "chicago", "springfield", "naperville", "champaign", "urbana", "peoria", "rockford", "evanston", "columbus",
            "schaumburg", "bloomington", "joliet", "aurora",
        ],
        "IN": ["indianapolis", "bloomington", "fort wayne", "south bend", "evansville", "west lafayette", "carmel"],
        "KY": ["louisville", "lexington", "bowling green"],
        "LA": ["new orleans", "baton rouge", "lafayette", "shreveport"],
        "MA": [
            "boston", "cambridge", "somerville", "worcester", "lowell", "waltham", "burlington", "amherst",
            "springfield", "quincy", "newton",
        ],
        "MD": ["baltimore", "bethesda", "rockville", "columbia", "silver spring", "annapolis", "college park"],
        "ME": ["portland", "bangor", "augusta"],
        "MN": ["minneapolis", "saint paul", "st. paul", "st paul", "rochester", "duluth", "bloomington"],
        "MO": ["st. louis", "st louis", "saint louis", "kansas city", "springfield", "columbia", "independence"],
        "MS": ["jackson", "gulfport", "starkville"],
        "MT": ["bozeman", "missoula", "billings", "helena"],
        "NC": ["raleigh", "durham", "charlotte", "chapel hill", "greensboro", "asheville", "cary"],
        "NE": ["omaha", "lincoln"],
        "PA": ["philadelphia", "pittsburgh", "state college", "harrisburg", "allentown", "lancaster"],
        "SC": ["charleston", "columbia", "greenville"],
        "SD": ["sioux falls", "rapid city"],
        "TN": ["nashville", "memphis", "knoxville", "chattanooga"],
        "VA": [
            "richmond", "arlington", "reston", "alexandria", "charlottesville", "norfolk", "virginia beach", "mclean",
        ],
        "NL": ["st. john's", "st john's"],
        "PE": ["charlottetown"],
        "SK": ["saskatoon", "regina"],
    ]
}
