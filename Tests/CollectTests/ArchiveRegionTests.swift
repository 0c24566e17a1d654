import Foundation
import Markdown
import Newsletter
import Settings
import TestKit
import Testing

/// The headings of the back issues' events against the regions of their places.
@Suite(.enabled(if: TestData.isPresent, Comment(rawValue: TestData.hint))) struct ArchiveRegionTests {
    /// Places whose end is neither a country nor a state: nothing can be told of them.
    private static let untold: Set = ["Europe: Virtual", "Oceania: Brisbane City, QL"]
    /// Faults of the issues: the heading is another continent's, or the code is another country's (`SA` is Saudi Arabia,
    /// `IR` Iran).
    private static let misplaced: Set = [
        "2018-08-07: North America: Berlin, DE",
        "2018-09-18: Africa: Johannesburg, SA",
        "2018-09-25: Africa: Johannesburg, SA",
        "2018-10-09: North America: Zurich, CH",
        "2018-10-23: Africa: Johannesburg, SA",
        "2018-10-30: Africa: Johannesburg, SA",
        "2018-11-20: Africa: Johannesburg, SA",
        "2018-11-27: Africa: Johannesburg, SA",
        "2021-10-13: North America: IR",
        "2023-01-04: North America: Copenhagen, DK",
        "2023-01-11: North America: Copenhagen, DK",
        "2023-05-10: Asia: Amsterdam, NL",
        "2023-05-17: Asia: Amsterdam, NL",
        "2023-05-24: Asia: Amsterdam, NL",
        "2023-08-09: North America: Copenhagen, DK",
        "2023-10-11: Europe: Washington, DC, US",
        "2024-05-08: North America: Hamburg, DE",
        "2024-07-03: North America: Kyiv, UA",
        "2024-09-18: Africa: Subang Jaya / Kuala Lumpur, Selangor, MY",
        "2026-02-11: Europe: Mountain View, CA, US",
        "2026-02-18: Europe: Mountain View, CA, US",
    ]

    @Test func tellsTheRegionOfPlaces() throws {
        let file = TestData.packageRoot + "/Examples/this-week-in-rust/sennight.yaml"
        let publication = try SettingsReader.publication(
            from: try String(contentsOfFile: file, encoding: .utf8), file: file
        ) { _ in "" }
        let reader = IssueReader(rules: SectionRules(publication.sections))
        let regions = publication.regions
        let inPerson = Set(regions.filter { !$0.isVirtual }.map(\.heading))
        var (all, right) = (0, 0)
        var (untold, misplaced): (Set<String>, Set<String>) = ([], [])
        for name in TestData.issues {
            let issue = try reader.read(TestData.bytes(ofIssue: name), file: name, parts: .sections).issue
            for section in issue.sections where section.kind == .events && inPerson.contains(section.title) {
                for case .event(let event) in section.entries.map(\.content) {
                    guard let place = event.place else { continue }
                    guard let country = EventLocation(place: place).country.flatMap({ Country($0) }) else {
                        untold.insert("\(section.title): \(place)")
                        continue
                    }
                    all += 1
                    if regions.heading(for: country) == section.title {
                        right += 1
                    } else {
                        misplaced.insert("\(name.prefix(10)): \(section.title): \(place)")
                    }
                }
            }
        }
        #expect(all > 4500)
        #expect(Double(right) >= 0.99 * Double(all), "\(right) of \(all)")
        #expect(untold.sorted() == Self.untold.sorted())
        #expect(misplaced.sorted() == Self.misplaced.sorted(), "\(right) of \(all)")
    }
}
