/// The abbreviations of time zones that dates are written with.
package enum TimeZoneNames {
    /// Seconds east of Greenwich by name in lower case: those of RFC 5322, section 4.3, and others that feeds have. An
    /// ambiguous abbreviation is left out, or means the zone that most feeds use it for.
    package static let offsets: [String: Int] = {
        let hours: [String: Double] = [
            "ut": 0, "utc": 0, "gmt": 0, "z": 0, "wet": 0, "west": 1, "bst": 1, "cet": 1, "met": 1, "mez": 1, "cest": 2,
            "mest": 2, "mesz": 2, "eet": 2, "eest": 3, "msk": 3, "msd": 4, "sast": 2, "ist": 5.5, "pkt": 5, "ict": 7,
            "wib": 7, "sgt": 8, "hkt": 8, "awst": 8, "jst": 9, "kst": 9, "acst": 9.5, "acdt": 10.5, "aest": 10,
            "aedt": 11, "nzst": 12, "nzdt": 13, "brt": -3, "art": -3, "nst": -3.5, "ndt": -2.5, "ast": -4, "at": -4,
            "adt": -3,
            "est": -5, "edt": -4, "et": -5, "cst": -6, "cdt": -5, "ct": -6, "mst": -7, "mdt": -6, "mt": -7, "pst": -8,
            "pdt": -7, "pt": -8, "akst": -9, "akdt": -8, "hst": -10,
        ]
        return hours.mapValues { Int($0 * 3600) }
    }()
}
