internal import Address
internal import Newsletter
internal import Text

/// An event as schema.org describes it, in JSON-LD (`https://schema.org/Event`).
struct SchemaEvent: Decodable {
    var name: String
    var url: String?
    var startDate: String
    var endDate: String?
    var eventAttendanceMode: String?
    var eventStatus: String?
    /// The property may be repeated (https://schema.org/EventRescheduled).
    var previousStartDates: [String]
    var location: [Place]
    var organizer: [Organizer]

    /// Only a name and a start are required; other members with an unexpected type are ignored.
    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        func text(_ key: Key) -> String? { container.optional(LooseText.self, key)?.text }
        name = try container.decode(LooseText.self, forKey: .name).text
        startDate = try container.decode(LooseText.self, forKey: .startDate).text
        url = text(.url) ?? text(.id).flatMap { $0.hasPrefix("http") ? $0 : nil }
        endDate = text(.endDate)
        eventAttendanceMode = text(.eventAttendanceMode)
        eventStatus = text(.eventStatus)
        previousStartDates = container.optional(OneOrMany<LooseText>.self, .previousStartDate)?.all.map(\.text) ?? []
        location = container.optional(OneOrMany<Place>.self, .location)?.all ?? []
        organizer = container.optional(OneOrMany<Organizer>.self, .organizer)?.all ?? []
    }

    private enum Key: String, CodingKey {
        case id = "@id"
        case name, url, startDate, endDate, eventAttendanceMode, eventStatus, previousStartDate, location, organizer
    }

    /// Either a `Place`, a `VirtualLocation`, or just a text.
    struct Place: Decodable {
        var type: String?
        var name: String?
        var url: String?
        var address: Address?

        init(from decoder: any Decoder) throws {
            if let text = try? decoder.singleValueContainer().decode(String.self) {
                name = text
                return
            }
            let container = try decoder.container(keyedBy: Key.self)
            type = container.optional(OneOrMany<String>.self, .type)?.first
            name = container.optional(LooseText.self, .name)?.text
            url = container.optional(LooseText.self, .url)?.text
            address = container.optional(OneOrMany<Address>.self, .address)?.first
        }

        private enum Key: String, CodingKey {
            case type = "@type"
            case name, url, address
        }
    }

    struct Address: Decodable {
        var locality: String?
        var region: String?
        var country: String?
        var whole: String?

        init(from decoder: any Decoder) throws {
            if let text = try? decoder.singleValueContainer().decode(String.self) {
                whole = text
                return
            }
            let container = try decoder.container(keyedBy: Key.self)
            locality = container.optional(LooseText.self, .addressLocality)?.text
            region = container.optional(LooseText.self, .addressRegion)?.text
            country = container.optional(LooseText.self, .addressCountry)?.text
        }

        private enum Key: String, CodingKey {
            case addressLocality, addressRegion, addressCountry
        }
    }

    struct Organizer: Decodable {
        var name: String
        var url: String?

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: Key.self)
            name = try container.decode(LooseText.self, forKey: .name).text
            url = container.optional(LooseText.self, .url)?.text
        }

        private enum Key: CodingKey { case name, url }
    }

    // MARK: Meaning

    /// - Parameters:
    ///   - page: where it was found; an address of its own is preferred.
    ///   - base: what its addresses are relative to (JSON-LD 1.1, section 4.1.3).
    /// - Returns: nil if its start isn't a time.
    func occurrence(foundAt page: String, base: String) -> EventOccurrence? {
        guard let start = Self.time(startDate) else { return nil }
        let places = location
        let place = places.first { $0.type != "VirtualLocation" }
        let address = place?.address
        var where_ = EventLocation(
            venue: place?.name, city: address?.locality, region: address?.region, country: address?.country)
        if where_.country == nil, let location = (address?.whole ?? place?.name).flatMap({ EventLocation(address: $0) })
        {
            where_ = location
            where_.venue = place?.name
        }
        let link = url.map { Self.address($0, from: base) } ?? page
        return EventOccurrence(
            id: link, title: name.titleOfHTML, url: link, start: start, end: endDate.flatMap(Self.time),
            mode: mode(places), place: where_,
            organizers: organizer.map { organizer in
                .init(name: organizer.name.titleOfHTML, url: organizer.url.map { Self.address($0, from: base) })
            },
            status: status, movedFrom: previousStartDates.compactMap(Self.time).last)
    }

    /// Templates escape addresses once more, for JSON or for HTML.
    private static func address(_ written: String, from base: String) -> String {
        WebAddress.resolve(written.replacing("\\/", with: "/").replacing("&amp;", with: "&"), from: base)
    }

    private func mode(_ places: [Place]) -> Event.Mode {
        let isVirtual = places.contains { $0.type == "VirtualLocation" }
        let hasPlace = places.contains { $0.type != "VirtualLocation" }
        switch eventAttendanceMode.map(Self.word) {
        case "OnlineEventAttendanceMode": return .virtual
        case "MixedEventAttendanceMode": return .hybrid
        case "OfflineEventAttendanceMode": return .inPerson
        default: return isVirtual ? (hasPlace ? .hybrid : .virtual) : .inPerson
        }
    }

    private var status: EventOccurrence.Status {
        switch eventStatus.map(Self.word) {
        case "EventCancelled": .cancelled
        case "EventPostponed": .tentative
        default: .confirmed
        }
    }

    /// The last part of an identifier: `EventCancelled` for `https://schema.org/EventCancelled`.
    private static func word(_ address: String) -> String {
        String(address.split(separator: "/").last ?? "")
    }

    /// Parses `2026-07-08T19:00:00+02:00`. A text without an offset is a local time, and one without a time is a whole
    /// day.
    private static func time(_ text: String) -> EventTime? {
        guard let local = Timestamp.local(text.trimmedBlanks) ?? Timestamp.looseLocal(text) else { return nil }
        let seconds = EventTime.secondsOfDay(local.seconds)
        guard let date = CalendarDate(daysSince1970: (local.seconds - seconds) / 86_400) else { return nil }
        guard local.hasTime else { return .day(date) }
        guard let offset = local.offset else { return .floating(date, seconds: seconds) }
        return .zoned(local.seconds - offset, offset: offset, zone: offset == 0 ? "UTC" : "local")
    }
}

/// A value or a list of values, both of which JSON-LD allows everywhere; invalid values are left out.
struct OneOrMany<Element: Decodable>: Decodable {
    var all: [Element]
    var first: Element? { all.first }

    init(from decoder: any Decoder) throws {
        // What is neither a list nor a value is nothing.
        if let many = try? LenientList<Element>(from: decoder) {
            all = many.items
        } else if let one = try? Element(from: decoder) {
            all = [one]
        } else {
            all = []
        }
    }
}
