internal import Text

/// Reads names of time zones that aren't IANA names.
struct ZoneNames {
    /// What a name means: an IANA name, or only an offset in seconds.
    enum Meaning: Hashable {
        case zone(String)
        case offset(Int)
    }

    /// Whether a name is a zone of the system, and how it's spelled there.
    let known: (String) -> String?
    /// The lesser of the offsets of a known zone in January and in July, in seconds.
    let standardOffset: (String) -> Int?

    /// `Europe/Berlin` in any case, `W. Europe Standard Time`, `/example.org/20260101_1/Europe/Berlin`; nil for names that
    /// say less.
    func certain(_ name: String) -> Meaning? {
        if Self.utc.contains(name.lowercased()) { return .offset(0) }
        if let zone = known(name) ?? WindowsZones.ianaName(of: name).flatMap(known) { return .zone(zone) }
        let parts = name.split(separator: "/")
        for count in [3, 2] where parts.count > count || parts.count == count && name.first == "/" {
            if let zone = known(parts.suffix(count).joined(separator: "/")) { return .zone(zone) }
        }
        guard let last = parts.last, parts.count > 1 else { return nil }
        if name.lowercased().hasPrefix("tzone://"), Self.utc.contains(last.lowercased()) { return .offset(0) }
        return WindowsZones.ianaName(of: String(last)).flatMap(known).map { .zone($0) }
    }

    /// `(UTC+01:00) Amsterdam, Berlin`, `Eastern Time (US & Canada)`, `Pacific Daylight Time`, `Berlin`, `PST`, `GMT+0100`.
    func probable(_ name: String) -> Meaning? {
        var places = name
        var offset: Int?
        if name.first == "(", let end = name.firstIndex(of: ")") {
            guard let stated = Self.offset(name[name.index(after: name.startIndex)..<end]) else { return nil }
            places = String(name[name.index(after: end)...]).trimmedBlanks
            offset = stated
        }
        if offset == 0, Self.utc.contains(places.lowercased()) { return .zone("UTC") }
        if let zone = self.zone(of: places, offset: offset) { return .zone(zone) }
        return (offset ?? Self.offset(name[...])).map { .offset($0) }
    }

    /// - Parameter offset: of the zone's standard time, if it's known.
    private func zone(of places: String, offset: Int?) -> String? {
        let name = places.lowercased()
        let windows = name.replacing("daylight time", with: "standard time").replacing(
            "summer time", with: "standard time")
        let candidates = [
            WindowsZones.ianaName(of: windows), WindowsZones.ianaName(of: name + " standard time"),
            name.hasSuffix(" time") ? WindowsZones.ianaName(of: name.dropLast(4) + "standard time") : nil,
            Self.phrases[name], Self.abbreviations[name],
        ]
        for zone in candidates.compactMap({ $0.flatMap(known) }) where fits(zone, offset) { return zone }
        for city in places.split(separator: ",").map({ String($0).trimmedBlanks.replacing(" ", with: "_") }) {
            for region in Self.regions {
                if let zone = known("\(region)/\(city)"), fits(zone, offset) { return zone }
            }
        }
        return nil
    }

    private func fits(_ zone: String, _ offset: Int?) -> Bool { offset == nil || standardOffset(zone) == offset }

    /// `UTC+01:00`, `GMT-5`, `+0200`, `UTC`, `GMT -0500 (Standard) / GMT -0400 (Daylight)`.
    private static func offset(_ text: Substring) -> Int? {
        var rest = text.lowercased().filter { !$0.isWhitespace }[...].prefix { $0 != "(" && $0 != "/" }
        for prefix in ["utc", "gmt"] where rest.hasPrefix(prefix) {
            rest = rest.dropFirst(3)
            if rest.isEmpty { return 0 }
        }
        return CalendarStamp.offset(String(rest).replacing("\u{2212}", with: "-"))
    }

    private static let utc: Set<String> = [
        "utc", "gmt", "z", "zulu", "etc/utc", "etc/gmt", "etc/zulu", "gmt+0", "utc+0", "coordinated universal time",
        "universal time",
    ]

    private static let regions = [
        "Europe", "America", "Asia", "Australia", "Africa", "Pacific", "Atlantic", "America/Argentina", "Indian",
    ]

    /// What Windows shows for zones whose cities aren't IANA names.
    private static let phrases = [
        "eastern time (us & canada)": "America/New_York", "eastern time (us and canada)": "America/New_York",
        "central time (us & canada)": "America/Chicago", "central time (us and canada)": "America/Chicago",
        "mountain time (us & canada)": "America/Denver", "mountain time (us and canada)": "America/Denver",
        "pacific time (us & canada)": "America/Los_Angeles", "pacific time (us and canada)": "America/Los_Angeles",
        "pacific time (us & canada); tijuana": "America/Los_Angeles", "atlantic time (canada)": "America/Halifax",
        "indiana (east)": "America/Indianapolis", "newfoundland": "America/St_Johns", "arizona": "America/Phoenix",
        "alaska": "America/Anchorage", "hawaii": "Pacific/Honolulu", "saskatchewan": "America/Regina",
        "central america": "America/Guatemala", "greenland": "America/Godthab", "brasilia": "America/Sao_Paulo",
        "chennai, kolkata, mumbai, new delhi": "Asia/Calcutta",
        "beijing, chongqing, hong kong, urumqi": "Asia/Shanghai",
        "west central africa": "Africa/Lagos", "abu dhabi, muscat": "Asia/Dubai", "islamabad, karachi": "Asia/Karachi",
        "eastern time": "America/New_York", "central time": "America/Chicago", "mountain time": "America/Denver",
        "pacific time": "America/Los_Angeles", "solomon is., new caledonia": "Pacific/Guadalcanal",
        "central european time": "Europe/Berlin", "astana": "Asia/Almaty", "kathmandu": "Asia/Katmandu",
        "sri jayawardenepura": "Asia/Colombo", "yangon (rangoon)": "Asia/Rangoon",
        "petropavlovsk-kamchatsky": "Asia/Kamchatka", "western/central europe": "Europe/Berlin",
    ]

    /// Abbreviations that mean one zone to nearly everybody; others, such as CET, are IANA names themselves.
    private static let abbreviations = [
        "pst": "America/Los_Angeles", "pdt": "America/Los_Angeles", "mdt": "America/Denver", "cst": "America/Chicago",
        "cdt": "America/Chicago", "edt": "America/New_York", "cest": "Europe/Berlin", "mez": "Europe/Berlin",
        "mesz": "Europe/Berlin", "bst": "Europe/London", "eest": "Europe/Helsinki", "west": "Europe/Lisbon",
        "jst": "Asia/Tokyo", "aest": "Australia/Sydney", "aedt": "Australia/Sydney", "nzst": "Pacific/Auckland",
        "nzdt": "Pacific/Auckland",
    ]
}
