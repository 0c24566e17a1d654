/// Distinguishes the events of a calendar that have one `UID`, although it should identify one event (RFC 5545, section
/// 3.8.4.7).
///
/// Some programs write each day of a series as an event of its own, with the `UID` of the series; others write the same
/// word for all events.
enum SharedUID {
    /// The components of each event or series with its ID, in the order of the calendar.
    static func events(of components: [CalendarComponent]) -> [(id: String, components: [CalendarComponent])] {
        var order: [String] = []
        var byUID: [String: [CalendarComponent]] = [:]
        for component in components {
            let uid = isIdentity(component.uid) ? component.uid : id(of: component)
            if byUID[uid] == nil { order.append(uid) }
            byUID[uid, default: []].append(component)
        }
        return order.flatMap { uid in separated(byUID[uid] ?? [], uid: uid) }
    }

    /// Whether a `UID` may identify an event; `0` and the like don't.
    static func isIdentity(_ uid: String) -> Bool {
        !placeholders.contains(uid.lowercased()) && uid.contains { $0 != "0" && $0 != "-" }
    }

    private static let placeholders: Set<String> = ["", "-1", "null", "nil", "none", "undefined", "uid", "n/a"]

    /// What stays the same as long as the event does: it can't be recognised after it was moved.
    private static func id(of component: CalendarComponent) -> String {
        let start = component.recurrenceID ?? component.start
        return ["#\(component.summary ?? "")", "\(start.wall)", component.location ?? ""].joined(separator: "/")
    }

    /// Several events if the components aren't versions of one event, which have different sequences, or one start and title.
    private static func separated(
        _ components: [CalendarComponent], uid: String
    ) -> [(id: String, components: [CalendarComponent])] {
        var groups: [[CalendarComponent]] = []
        for master in components where master.recurrenceID == nil {
            let place = groups.firstIndex { group in
                group.contains { other in
                    other.sequence != master.sequence || other.start == master.start && other.summary == master.summary
                }
            }
            if let place { groups[place].append(master) } else { groups.append([master]) }
        }
        guard groups.count > 1 else { return [(uid, components)] }
        for override in components where override.recurrenceID != nil {
            let place = groups.firstIndex { $0.contains { $0.isRecurring || $0.start == override.recurrenceID } }
            groups[place ?? 0].append(override)
        }
        return groups.map { group in
            let isAlone = groups.count { $0[0].start == group[0].start } == 1
            return ("\(uid)/\(group[0].start.wall)" + (isAlone ? "" : "/\(group[0].summary ?? "")"), group)
        }
    }
}
