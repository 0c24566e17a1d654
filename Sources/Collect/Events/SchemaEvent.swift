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
    var previousStartDate: String?
    var location: OneOrMany<Place>?
    var organizer: OneOrMany<Organizer>?

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
            type = (try? container.decodeIfPresent(OneOrMany<String>.self, forKey: .type))?.first
            name = try? container.decodeIfPresent(String.self, forKey: .name)
            url = try? container.decodeIfPresent(String.self, forKey: .url)
            address = try? container.decodeIfPresent(Address.self, forKey: .address)
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
            locality = try? container.decodeIfPresent(String.self, forKey: .addressLocality)
            region = try? container.decodeIfPresent(String.self, forKey: .addressRegion)
            country =
                (try? container.decodeIfPresent(String.self, forKey: .addressCountry))
                ?? (try? container.decodeIfPresent(Named.self, forKey: .addressCountry))?.name
        }

        private enum Key: String, CodingKey {
            case addressLocality, addressRegion, addressCountry
        }
    }

    struct Organizer: Decodable {
        var name: String
        var url: String?
    }

    private struct Named: Decodable {
        var name: String?
    }

    // MARK: Meaning

    /// - Parameter page: where it was found; an address of its own is preferred.
    /// - Returns: nil where its start is no time.
    func occurrence(foundAt page: String) -> EventOccurrence? {
        guard let start = Self.time(startDate) else { return nil }
        let places = location?.all ?? []
        let place = places.first { $0.type != "VirtualLocation" }
        let address = place?.address
        var where_ = EventLocation(
            venue: place?.name, city: address?.locality, region: address?.region, country: address?.country)
        if where_.country == nil, let told = (address?.whole ?? place?.name).flatMap({ EventLocation(address: $0) }) {
            where_ = told
            where_.venue = place?.name
        }
        let link = url ?? page
        return EventOccurrence(
            id: link, title: name.textOfHTML, url: link, start: start, end: endDate.flatMap(Self.time),
            mode: mode(places), place: where_,
            organizers: (organizer?.all ?? []).map { .init(name: $0.name.textOfHTML, url: $0.url) }, status: status,
            movedFrom: previousStartDate.flatMap(Self.time))
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

    /// `https://schema.org/EventCancelled` and `EventCancelled` are one.
    private static func word(_ address: String) -> String {
        String(address.split(separator: "/").last ?? "")
    }

    /// `2026-07-08T19:00:00+02:00`; without an offset it is the time at the place, without a time all day.
    private static func time(_ text: String) -> EventTime? {
        guard let local = Timestamp.local(text.trimmedBlanks) else { return nil }
        let seconds = EventTime.secondsOfDay(local.seconds)
        guard let date = CalendarDate(daysSince1970: (local.seconds - seconds) / 86_400) else { return nil }
        guard local.hasTime else { return .day(date) }
        guard let offset = local.offset else { return .floating(date, seconds: seconds) }
        return .zoned(local.seconds - offset, offset: offset, zone: offset == 0 ? "UTC" : "local")
    }
}

/// One value, or a list of them, as JSON-LD allows everywhere; what cannot be read is left out.
struct OneOrMany<Element: Decodable>: Decodable {
    var all: [Element]
    var first: Element? { all.first }

    init(from decoder: any Decoder) throws {
        if let one = try? Element(from: decoder) {
            all = [one]
        } else if let many = try? LenientList<Element>(from: decoder) {
            all = many.items
        } else {
            all = []
        }
    }
}
