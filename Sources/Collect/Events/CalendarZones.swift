internal import CLibical
internal import Text

/// The time zones that a calendar names, while the library is open (``CalendarLibrary``).
final class CalendarZones {
    private enum Kind {
        case system(OpaquePointer)
        case defined(ZoneDefinition)
        case fixed(Int)
    }

    private var zones: [(name: String, kind: Kind)] = []
    private var zonesByName: [String: CalendarMoment.Zone?] = [:]
    private var definitions: [String: CalendarText.Zone] = [:]
    /// The spelling of the system's zones, by their names in lower case.
    private lazy var systemNames = CalendarLibrary.systemZoneNames()

    /// Names that aren't known, and those that only say an offset, with that.
    private(set) var doubtful: [(name: String, offset: Int?)] = []

    /// Uses the definitions of a calendar from now on.
    func open(_ calendar: CalendarText.Calendar) {
        zonesByName = [:]
        definitions = [:]
        for zone in calendar.zones {
            guard let name = zone.properties.first(where: { $0.name == "TZID" })?.value else { continue }
            definitions[Self.plain(name).lowercased()] = zone
        }
    }

    /// - Returns: nil for unknown zones, which are in ``doubtful`` afterwards.
    func zone(named name: String) -> CalendarMoment.Zone? {
        if let known = zonesByName[name] { return known }
        let found = resolved(Self.plain(name))
        zonesByName.updateValue(found, forKey: name)
        return found
    }

    private func resolved(_ name: String) -> CalendarMoment.Zone? {
        // A calendar that spells a system's zone in another way and defines it means its own.
        if let spelled = systemName(name), spelled != name,
            let defined = definitions[name.lowercased()].flatMap({ ZoneDefinition($0) })
        {
            return add(name, .defined(defined))
        }
        let names = ZoneNames(known: { self.systemName($0) }, standardOffset: { self.standardOffset($0) })
        // The system's zones know more than a calendar's own description of them.
        if let meaning = names.certain(name) { return zone(meaning, named: name) }
        if let definition = definitions[name.lowercased()] {
            let location = definition.properties.first { $0.name == "X-LIC-LOCATION" }?.value
            if let meaning = location.flatMap({ names.certain($0) }) { return zone(meaning, named: name) }
            if let defined = ZoneDefinition(definition) { return add(name, .defined(defined)) }
        }
        guard let meaning = names.probable(name) else {
            doubtful.append((name, nil))
            return nil
        }
        // `GMT+0100` means just that; what also names places or seasons may change its clocks.
        if case .offset(let offset) = meaning, name.contains("(") { doubtful.append((name, offset)) }
        return zone(meaning, named: name)
    }

    private func zone(_ meaning: ZoneNames.Meaning, named name: String) -> CalendarMoment.Zone? {
        switch meaning {
        case .offset(0): .utc
        case .offset(let offset): add(name, .fixed(offset))
        case .zone("UTC"), .zone("Etc/UTC"): .utc
        case .zone(let zone): icaltimezone_get_builtin_timezone(zone).map { add(zone, .system($0)) }
        }
    }

    private func add(_ name: String, _ kind: Kind) -> CalendarMoment.Zone {
        if let known = zones.firstIndex(where: { $0.name == name }), case .system = kind { return .zone(known) }
        zones.append((name, kind))
        return .zone(zones.count - 1)
    }

    /// Without blanks and quotes around it.
    private static func plain(_ name: String) -> String {
        name.filter { $0 != "\"" && $0 != "\\" }.trimmedBlanks
    }

    private func systemName(_ name: String) -> String? {
        // The library would open any file below the folder of zones.
        let isName = name.utf8.allSatisfy { byte in
            UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20 || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
                || [UInt8(ascii: "_"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "/")].contains(byte)
        }
        guard isName, name.utf8.count <= 60 else { return nil }
        return icaltimezone_get_builtin_timezone(name) != nil ? name : systemNames[name.lowercased()]
    }

    private func standardOffset(_ name: String) -> Int? {
        guard let zone = icaltimezone_get_builtin_timezone(name) else { return nil }
        // January and July 2026.
        return [1_767_960_000, 1_783_600_000].map { CalendarLibrary.offset(at: $0, in: zone) }.min()
    }

    // MARK: Offsets

    func name(_ index: Int) -> String { zones[index].name }

    /// Seconds east of Greenwich at an instant.
    func offset(at instant: Int, in index: Int) -> Int {
        switch zones[index].kind {
        case .system(let zone): CalendarLibrary.offset(at: instant, in: zone)
        case .defined(let zone): zone.offset(at: instant)
        case .fixed(let offset): offset
        }
    }

    /// What the clock on the wall of a zone shows; what has no zone is taken as it is.
    func wall(of moment: CalendarMoment, in zone: CalendarMoment.Zone) -> Int {
        guard moment.zone != zone, let instant = instant(moment) else { return moment.wall }
        switch zone {
        case .utc: return instant
        case .zone(let index): return instant + offset(at: instant, in: index)
        case .day, .floating: return moment.wall
        }
    }

    /// Seconds since 1970; nil for days and floating times.
    func instant(_ moment: CalendarMoment) -> Int? {
        switch moment.zone {
        case .day, .floating: return nil
        case .utc: return moment.wall
        case .zone(let index):
            // RFC 5545, 3.3.5: an hour that occurs twice means the first one; the offset before the gap applies to one
            // that is left out.
            let before = offset(at: moment.wall - 86_400, in: index)
            let after = offset(at: moment.wall + 86_400, in: index)
            for offset in [before, after] where self.offset(at: moment.wall - offset, in: index) == offset {
                return moment.wall - offset
            }
            return moment.wall - before
        }
    }
}
