import Newsletter
import Testing

@testable import Check

@Suite struct CheckNamesTests {
    @Test func knowsEveryCheck() {
        #expect(allChecks.allSatisfy { CheckNames.fault(of: $0.id) == nil })
    }

    @Test func guessesWhatWasMeant() {
        #expect(CheckNames.fault(of: "duplicated-link")?.remedy == "Did you mean 'duplicate-link'?")
        #expect(CheckNames.fault(of: "xyz")?.remedy == "Run 'sennight explain' to list all checks")
    }

    @Test func tellsFaultsOfTheSettingsInTheirOrder() {
        var settings = CheckSettings()
        settings.severityPlaces = [
            "b-x": SourceLocation(line: 9, column: 3), "a-x": SourceLocation(line: 7, column: 3),
            "self-link": SourceLocation(line: 8, column: 3),
        ]
        let faults = CheckNames.faults(in: settings, file: "s.yaml").map(\.description)
        #expect(
            faults.map { $0.prefix(40) } == [
                "s.yaml:7:3: error: unknown check 'a-x'. ", "s.yaml:9:3: error: unknown check 'b-x'. ",
            ])
    }
}
