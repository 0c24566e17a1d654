internal import CLibical
internal import Synchronization
internal import Text

/// Gives access to libical to one caller at a time, because its parser and time zones share global state.
enum CalendarLibrary {
    private static let door = Mutex(false)

    /// Reads a text of RFC 5545; the session ends with `body`.
    ///
    /// - Returns: nil if the text isn't a calendar.
    static func read<Value>(_ text: [UInt8], _ body: (CalendarSession) -> Value) -> Value? {
        door.withLock { isPrepared in
            prepare(&isPrepared)
            var text = text.map { CChar(bitPattern: $0) }
            text.removeAll { $0 == 0 }
            guard !isTooDeep(text) else { return nil }
            text.append(0)
            guard let root = icalparser_parse_string(text) else { return nil }
            defer { icalcomponent_free(root) }
            let session = CalendarSession(root)
            return session.isCalendar ? body(session) : nil
        }
    }

    /// Whether components are nested so deeply that libical, which is recursive, could overflow the stack.
    ///
    /// Lines may be folded anywhere (RFC 5545, section 3.1).
    private static func isTooDeep(_ text: [CChar]) -> Bool {
        var (depth, name, isName) = (0, [UInt8](), true)
        for (index, character) in text.enumerated() {
            let byte = UInt8(bitPattern: character)
            switch byte {
            case 0x0D: continue
            case 0x0A:
                let next = index + 1 < text.count ? text[index + 1] : 0x0A
                if next != 0x20, next != 0x09 { (name, isName) = ([], true) }
            case 0x20, 0x09: continue
            case UInt8(ascii: ":"), UInt8(ascii: ";"):
                if isName, name == Array("begin".utf8) { depth += 1 }
                if isName, name == Array("end".utf8) { depth -= 1 }
                if depth > deepest { return true }
                isName = false
            default:
                if isName, name.count < 6 { name.append(byte | 0x20) }
            }
        }
        return false
    }

    private static let deepest = 50

    /// Seconds east of Greenwich at an instant; nil for an unknown zone.
    static func offset(at instant: Int, in zone: String) -> Int? {
        door.withLock { isPrepared in
            prepare(&isPrepared)
            guard let zone = icaltimezone_get_builtin_timezone(zone) else { return nil }
            return offset(at: instant, in: zone)
        }
    }

    static func offset(at instant: Int, in zone: OpaquePointer) -> Int {
        var time = icaltime_from_timet_with_zone(time_t(instant), 0, icaltimezone_get_utc_timezone())
        var isDaylight: Int32 = 0
        return Int(icaltimezone_get_utc_offset_of_utc_time(zone, &time, &isDaylight))
    }

    private static func prepare(_ isPrepared: inout Bool) {
        // By default libical ends the program at some inputs.
        if !isPrepared { icalerror_set_errors_are_fatal(0) }
        isPrepared = true
    }
}
