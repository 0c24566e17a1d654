internal import Context
internal import Text

/// Finds the events that a page describes in its `<script type="application/ld+json">` elements.
struct LinkedData {
    /// The events, in the order of the page.
    private(set) var events: [SchemaEvent] = []
    private(set) var faults: [SourceFault] = []
    /// Whether the page has any linked data.
    private(set) var isPresent = false

    init(page: MarkupNode, at url: String, client: SourceClient) {
        for script in page.all("script")
        where script.attributes["type"]?.lowercased().hasPrefix("application/ld+json") == true {
            isPresent = true
            let text = LinkedDataScript.json(in: script.text)
            do throws(SourceFault) {
                let read = try client.read(
                    Graph.self, .init(status: 200, body: text, url: url), from: url)
                events += read.value.events
                faults += read.faults
            } catch {
                faults.append(error)
            }
        }
    }

    /// A node of the graph and all events in it; the node may be a list, or contain one under `@graph`.
    private struct Graph: Decodable {
        var events: [SchemaEvent] = []

        init(from decoder: any Decoder) throws {
            if (try? decoder.unkeyedContainer()) != nil {
                events = try LenientList<Graph>(from: decoder).items.flatMap(\.events)
                return
            }
            guard let container = try? decoder.container(keyedBy: Key.self) else { return }
            let types = container.optional(OneOrMany<String>.self, .type)?.all ?? []
            let isEvent = types.contains(where: Self.isEvent)
            if isEvent { events.append(try SchemaEvent(from: decoder)) }
            // An event's host and venue may list their other events; those aren't what the page is about.
            for key in isEvent ? [Key.subEvent, .subEvents] : Key.allCases where container.contains(key) {
                events += try container.decode(Graph.self, forKey: key).events
            }
        }

        /// Whether a type is `Event` or one of its subtypes: `BusinessEvent`, `EducationEvent`, `Hackathon` …
        private static func isEvent(_ type: String) -> Bool {
            let word = type.split(separator: "/").last ?? ""
            return word.hasSuffix("Event") || word == "Hackathon" || word == "Festival" || word == "CourseInstance"
        }

        /// The members that contain events, or nodes with events.
        private enum Key: String, CodingKey, CaseIterable {
            case type = "@type"
            case graph = "@graph"
            case mainEntity, mainEntityOfPage, itemListElement, item, dataFeedElement, event, events, subEvent,
                subEvents
            case hasPart, about, organizer, location, containsPlace, department, subOrganization
        }
    }
}
