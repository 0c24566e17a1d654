import Newsletter
import Testing

@testable import Markdown

@Suite struct EventPlaceTests {
    @Test(arguments: [
        ("Berlin, DE", Event.Mode.inPerson, "Berlin, DE"), ("Virtual (Berlin, DE)", .virtual, "Berlin, DE"),
        ("Virtual", .virtual, "Virtual"),
        ("virtual", .virtual, "virtual"), ("Online", .virtual, "Online"), ("Remote - Europe", .virtual, "Europe"),
        ("Hybrid (Seattle, WA, US)", .hybrid, "Seattle, WA, US"),
        ("Hybrid - Virtual and In-Person (München, DE)", .hybrid, "München, DE"),
        ("Virtual and In-Person (Boston, US)", .hybrid, "Boston, US"),
        ("Virtual + Portland, OR, US", .hybrid, "Portland, OR, US"),
        ("Portland, OR, US + Virtual", .hybrid, "Portland, OR, US"), ("In-person (Oslo, NO)", .inPerson, "Oslo, NO"),
        ("In Person", .inPerson, "In Person"), ("Virtual (São Paulo, BR) (UTC-3)", .virtual, "São Paulo, BR (UTC-3)"),
    ])
    func tellsModeAndPlace(text: String, mode: Event.Mode, place: String) {
        let read = EventPlace.read(text, underVirtual: false)
        #expect(read.mode == mode)
        #expect(read.place == place)
    }

    @Test func asksTheHeadingWhereThePlaceIsSilent() {
        #expect(EventPlace.read("Berlin, DE", underVirtual: true).mode == .virtual)
        #expect(EventPlace.read("", underVirtual: true).mode == .virtual)
        #expect(EventPlace.read("", underVirtual: false).mode == .inPerson)
        #expect(EventPlace.read("", underVirtual: false).place == nil)
        #expect(EventPlace.read("Hybrid (Berlin, DE)", underVirtual: true).mode == .hybrid)
        #expect(EventPlace.read("In-Person (Berlin, DE)", underVirtual: true).mode == .inPerson)
    }

    @Test(arguments: [
        "(", ")", "((", "Virtual (", "Virtual )", "()", "( )", "and", "+ - ,", "Hybrid (Virtual and In-Person)",
    ])
    func survivesOddPlaces(text: String) {
        let place = EventPlace.read(text, underVirtual: false).place
        #expect(place?.isEmpty == false)
    }

    @Test(arguments: [("Virtual", "virtual"), ("Online events", "virtual"), ("Europe", "in-person")])
    func takesTheModeFromTheHeading(heading: String, mode: String) throws {
        let lines = try entries(.events, "* 2025-06-19 | Oslo, NO | [A](a)", under: heading).map(\.eventLine)
        #expect(lines == ["2025-06-19 \(mode) @ Oslo, NO, by A <a>: A <a>"])
    }
}
