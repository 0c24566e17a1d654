/// A state of the United States, or a province of Canada. Places elsewhere are written without a subdivision.
package struct NorthAmericanState: Hashable, Sendable {
    /// The two-letter postal code, such as `WA` or `ON`.
    package let code: String
    package let name: String
    /// `US` or `CA`.
    package let country: String

    /// Finds a state by code or English name, ignoring case.
    ///
    /// - Parameter country: the country's code, to search only that one.
    package init?(_ text: String, in country: String? = nil) {
        guard let state = Self.byKey[text.lowercased()], country == nil || country == state.country else { return nil }
        self = state
    }

    package static let all: [NorthAmericanState] = [("US", states), ("CA", provinces)].flatMap { country, lines in
        lines.split(separator: "\n").map { line in
            NorthAmericanState(code: String(line.prefix(2)), name: String(line.dropFirst(3)), country: country)
        }
    }

    private init(code: String, name: String, country: String) {
        self.code = code
        self.name = name
        self.country = country
    }

    private static let byKey: [String: NorthAmericanState] = Dictionary(
        all.flatMap { [($0.code.lowercased(), $0), ($0.name.lowercased(), $0)] }
    ) { first, _ in first }

    private static let states = """
        AL Alabama
        AK Alaska
        AZ Arizona
        AR Arkansas
        CA California
        CO Colorado
        CT Connecticut
        DE Delaware
        DC District of Columbia
        FL Florida
        GA Georgia
        HI Hawaii
        ID Idaho
        IL Illinois
        IN Indiana
        IA Iowa
        KS Kansas
        KY Kentucky
        LA Louisiana
        ME Maine
        MD Maryland
        MA Massachusetts
        MI Michigan
        MN Minnesota
        MS Mississippi
        MO Missouri
        MT Montana
        NE Nebraska
        NV Nevada
        NH New Hampshire
        NJ New Jersey
        NM New Mexico
        NY New York
        NC North Carolina
        ND North Dakota
        OH Ohio
        OK Oklahoma
        OR Oregon
        PA Pennsylvania
        RI Rhode Island
        SC South Carolina
        SD South Dakota
        TN Tennessee
        TX Texas
        UT Utah
        VT Vermont
        VA Virginia
        WA Washington
        WV West Virginia
        WI Wisconsin
        WY Wyoming
        """
    private static let provinces = """
        AB Alberta
        BC British Columbia
        MB Manitoba
        NB New Brunswick
        NL Newfoundland and Labrador
        NS Nova Scotia
        NT Northwest Territories
        NU Nunavut
        ON Ontario
        PE Prince Edward Island
        QC Quebec
        QC Québec
        SK Saskatchewan
        YT Yukon
        """
}
