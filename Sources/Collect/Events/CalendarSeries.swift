/// The components with one `UID`: usually a series and what replaces single occurrences of it.
struct CalendarSeries {
    /// What occurs: one component, or several where a server has listed a series date by date.
    private(set) var masters: [CalendarComponent] = []
    private(set) var overrides: [(component: CalendarComponent, replaced: CalendarMoment)] = []
    let uid: String

    /// All series of a calendar, in order of their first components.
    static func series(of components: [CalendarComponent], _ zones: CalendarZones) -> [CalendarSeries] {
        var order: [String] = []
        var byUID: [String: [CalendarComponent]] = [:]
        for (index, component) in components.enumerated() {
            let key = isIdentifier(component.uid) ? "u\(component.uid)" : "#\(index)"
            if byUID[key] == nil { order.append(key) }
            byUID[key, default: []].append(component)
        }
        return order.compactMap { key in byUID[key].map { CalendarSeries($0, zones) } }
    }

    /// Some programs give the same UID, such as `0`, to all events.
    static func isIdentifier(_ uid: String) -> Bool {
        !placeholders.contains(uid.lowercased()) && uid.contains { $0 != "0" && $0 != "-" }
    }

    private static let placeholders: Set<String> = [
        "", "null", "nil", "none", "undefined", "uid", "n/a",
    ]

    private init(_ components: [CalendarComponent], _ zones: CalendarZones) {
        uid = components.first?.uid ?? ""
        masters = Self.current(components.filter { $0.recurrenceID == nil && !$0.isDetached })
        readOverrides(components, zones)
        masters += components.filter(\.isDetached)
    }

    /// The components that are in force of those that don't replace anything.
    private static func current(_ components: [CalendarComponent]) -> [CalendarComponent] {
        var newest: CalendarComponent?
        var starts: [Int: Set<CalendarMoment>] = [:]
        for component in components {
            starts[component.version.sequence, default: []].insert(component.start)
            if let known = newest, component.version.isOlder(than: known.version) { continue }
            newest = component
        }
        // Several starts in one version are dates of a series, not versions of an event.
        guard starts.values.contains(where: { $0.count > 1 }) else { return newest.map { [$0] } ?? [] }
        var (kept, indices): ([CalendarComponent], [String: Int]) = ([], [:])
        for component in components {
            let key = "\(component.start) \(component.summary ?? "")"
            guard let index = indices[key] else {
                indices[key] = kept.count
                kept.append(component)
                continue
            }
            if !component.version.isOlder(than: kept[index].version) { kept[index] = component }
        }
        return kept
    }

    private mutating func readOverrides(_ components: [CalendarComponent], _ zones: CalendarZones) {
        var replacements = CalendarMomentIndex(zones)
        let withdrawn = Withdrawn(masters.first { $0.isRecurring } ?? masters.first, zones)
        for component in components {
            guard let replaced = component.recurrenceID, !withdrawn.contains(component, replaced) else { continue }
            if let known = replacements[replaced] {
                if !component.version.isOlder(than: overrides[known].component.version) {
                    overrides[known] = (component, replaced)
                }
            } else {
                replacements.add(replaced, overrides.count)
                overrides.append((component, replaced))
            }
        }
    }

    /// Which overrides a series has taken back: those of dates that it excludes, unless they are newer, and those after
    /// the end of a newer series.
    private struct Withdrawn {
        private let master: CalendarComponent?
        private let excluded: CalendarMomentIndex
        private let last: Int?
        private let zones: CalendarZones

        init(_ master: CalendarComponent?, _ zones: CalendarZones) {
            self.master = master
            self.zones = zones
            excluded = CalendarMomentIndex(zones, master?.excluded ?? [])
            let ends = (master?.rules ?? []).map { rule in
                master.flatMap { RecurrenceEnd.wall(of: rule, start: $0.start, zones) }
            }
            last = ends.isEmpty || ends.contains(nil) ? nil : ends.compactMap { $0 }.max()
        }

        func contains(_ override: CalendarComponent, _ replaced: CalendarMoment) -> Bool {
            guard let master else { return false }
            if excluded.contains(replaced) { return override.version.sequence <= master.version.sequence }
            guard let last, override.version.isOlder(than: master.version) else { return false }
            return zones.wall(of: replaced, in: master.start.zone) > last
                && !master.added.contains { $0.start == replaced }
        }
    }
}

/// The end of a rule.
enum RecurrenceEnd {
    /// The last start on the wall's clock of a series' first start; nil without `UNTIL`.
    static func wall(of rule: RecurrenceRule, start: CalendarMoment, _ zones: CalendarZones) -> Int? {
        guard let until = rule.until else { return nil }
        // A day as the end of a series of times means all of that day, and the other way round.
        if start.zone == .day { return until.wall - EventTime.secondsOfDay(until.wall) }
        if until.kind == .day { return until.wall + 86_399 }
        guard until.kind == .utc, case .zone(let index) = start.zone else { return until.wall }
        return until.wall + zones.offset(at: until.wall, in: index)
    }
}
