import Testing

@testable import Collect

@Suite struct SharedUIDTests {
    private func event(
        _ uid: String, _ summary: String, at wall: Int, sequence: Int = 0, replacing replaced: Int? = nil
    ) -> CalendarComponent {
        var component = CalendarComponent(uid: uid, start: CalendarMoment(wall: wall, zone: .utc))
        component.summary = summary
        component.sequence = sequence
        component.recurrenceID = replaced.map { CalendarMoment(wall: $0, zone: .utc) }
        return component
    }

    private func sizes(_ components: CalendarComponent...) -> [Int] {
        let events = SharedUID.events(of: components)
        #expect(Set(events.map(\.id)).count == events.count)
        return events.map(\.components.count)
    }

    @Test func separatesTheDaysOfASeries() {
        #expect(sizes(event("a", "Tea", at: 1), event("a", "Tea", at: 2), event("a", "Tea", at: 3)) == [1, 1, 1])
        #expect(sizes(event("a", "Tea", at: 1), event("a", "Cake", at: 1)) == [1, 1])
    }

    @Test func keepsTheVersionsOfAnEventTogether() {
        #expect(sizes(event("a", "Tea", at: 1), event("a", "Tea", at: 1)) == [2])
        #expect(sizes(event("a", "Tea", at: 1), event("a", "Tea", at: 2, sequence: 1)) == [2])
        #expect(sizes(event("1", "Tea", at: 1), event("1", "Cake", at: 9, replacing: 5)) == [2])
    }

    @Test(arguments: ["0", "", "000", "null", "undefined", "00000000-0000-0000-0000-000000000000"])
    func distrustsPlaceholders(uid: String) {
        #expect(sizes(event(uid, "Tea", at: 1), event(uid, "Cake", at: 1), event(uid, "Tea", at: 2)) == [1, 1, 1])
    }
}
