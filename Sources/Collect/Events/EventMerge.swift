internal import Archive
internal import Newsletter

/// Merges the same event from several sources into one.
package struct EventMerge {
    private var events: [Merged] = []
    private var byIdentity: [EntryIdentity: Int] = [:]
    private var byWords: [String: [Int]] = [:]

    /// An event, and the sources that returned it.
    package struct Merged: Hashable, Sendable {
        package var event: EventOccurrence
        package var sources: [String]
    }

    /// - Parameter found: events with the names of their sources; if two differ, the details of the first are used.
    package static func merged(_ found: [(source: String, event: EventOccurrence)]) -> [Merged] {
        var merge = EventMerge()
        for (source, event) in found { merge.add(event, from: source) }
        return merge.events
    }

    private mutating func add(_ event: EventOccurrence, from source: String) {
        let identity = Self.identity(of: event)
        let words = Self.words(of: event)
        let known = identity.flatMap { byIdentity[$0] }
        let alike = words.flatMap { byWords[$0] ?? [] }.first { mayBe(event, from: source, events[$0]) }
        guard let index = known ?? alike else {
            events.append(Merged(event: event, sources: [source]))
            remember(identity, words, events.count - 1)
            return
        }
        Self.complete(&events[index].event, from: event)
        if !events[index].sources.contains(source) { events[index].sources.append(source) }
        remember(identity, words, index)
    }

    private mutating func remember(_ identity: EntryIdentity?, _ words: [String], _ index: Int) {
        if let identity { byIdentity[identity] = index }
        for key in words where byWords[key]?.contains(index) != true { byWords[key, default: []].append(index) }
    }

    private static func identity(of event: EventOccurrence) -> EntryIdentity? {
        event.content.map { EntryIdentity($0, title: event.title, url: event.url, uid: event.id) }
    }

    /// Whether an event may be one with the same organiser, start and title: not if it is in another city, nor if only
    /// their UIDs distinguish two events of one source.
    private func mayBe(_ event: EventOccurrence, from source: String, _ known: Merged) -> Bool {
        let (here, there) = (event.place.city.map(Self.key), known.event.place.city.map(Self.key))
        if let here, let there, here != there { return false }
        return event.url != nil || known.event.url != nil || !known.sources.contains(source)
            || event.id == known.event.id
    }

    /// Keys from organiser, start and title, for each organiser.
    private static func words(of event: EventOccurrence) -> [String] {
        let start = event.start.zone == nil ? event.start.description : String(event.start.instant)
        return event.organizers.map { "\(key($0.name)) \(start) \(key(event.title))" }
    }

    private static func key(_ text: String) -> String { EntryIdentity.key(text) }

    private static func complete(_ event: inout EventOccurrence, from other: EventOccurrence) {
        event.url = event.url ?? other.url
        event.end = event.end ?? other.end
        event.place.venue = event.place.venue ?? other.place.venue
        if event.place.country == nil, other.place.country != nil { event.place = other.place }
        if event.organizers.isEmpty { event.organizers = other.organizers }
        for index in event.organizers.indices where event.organizers[index].url == nil {
            let name = key(event.organizers[index].name)
            event.organizers[index].url = other.organizers.first { key($0.name) == name }?.url
        }
        // Who cancels tells one place first, and the others later or never.
        if other.status == .cancelled { event.status = .cancelled }
    }
}
