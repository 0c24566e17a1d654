/// Moments in header fields, as seconds since 1970.
package enum HTTPDate {
    /// RFC 9110, section 5.6.7, its two obsolete forms included, and the form of RFC 3339 that some services use.
    package static func seconds(_ text: String) -> Int? {
        if let first = text.utf8.first, UInt8(ascii: "0")...UInt8(ascii: "9") ~= first { return internetDate(text) }
        // `Sun, 06 Nov 1994 08:49:37 GMT`, `Sunday, 06-Nov-94 08:49:37 GMT`, `Sun Nov  6 08:49:37 1994`
        let plain = text.utf8.split { " ,-:".utf8.contains($0) }.map { String(Substring($0)) }
        guard plain.count >= 7 else { return nil }
        if let month = month(plain[2]) {
            return moment(year: year(plain[3]), month, day: plain[1], Array(plain[4...6]))
        }
        guard let month = month(plain[1]) else { return nil }
        return moment(year: year(plain[6]), month, day: plain[2], Array(plain[3...5]))
    }

    /// `2026-07-08T12:00:00.123Z`
    private static func internetDate(_ text: String) -> Int? {
        let parts = text.utf8.split { "-T: ".utf8.contains($0) }.map { String(Substring($0)) }
        guard parts.count == 6, text.utf8.last == UInt8(ascii: "Z"), let month = Int(parts[1]) else { return nil }
        let second = parts[5].prefix { $0 != "." && $0 != "Z" }
        return moment(year: Int(parts[0]), month, day: parts[2], [parts[3], parts[4], String(second)])
    }

    private static func moment(year: Int?, _ month: Int, day: String, _ time: [String]) -> Int? {
        guard let year, let day = Int(day), let date = CalendarDate(year: year, month: month, day: day),
            let hour = Int(time[0]), let minute = Int(time[1]), let second = Int(time[2]),
            0..<24 ~= hour, 0..<60 ~= minute, 0...60 ~= second
        else { return nil }
        return date.daysSince1970 * 86_400 + hour * 3600 + minute * 60 + second
    }

    /// Two digits are of this century up to 69.
    private static func year(_ digits: String) -> Int? {
        guard let number = Int(digits) else { return nil }
        return digits.utf8.count > 2 ? number : number + (number < 70 ? 2000 : 1900)
    }

    private static func month(_ name: String) -> Int? {
        let names = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
        return names.firstIndex(of: name.lowercased()).map { $0 + 1 }
    }
}
