import Newsletter
import TestKit
import Testing

@Suite struct EventAdditionTests {
    private let weekly = Result { try WeeklyFolder() }

    private func add(_ options: String...) async throws -> (run: CommandRun, body: String) {
        let weekly = try weekly.get()
        let run = await CommandRun.inProcess(
            ["add", "event", "https://e.example", "--title", "E"] + options, in: weekly.scratch.path)
        return (run, try weekly.body)
    }

    @Test func putsAnEventWithoutAPlaceUnderVirtualEvents() async throws {
        let (run, body) = try await add("--date", "2999-03-12")
        #expect(run.status == 0, "\(run.errors)")
        #expect(body.contains("### Virtual\n\n* 2999-03-12 | Virtual\n    * [**E**](https://e.example)\n"))
    }

    @Test func derivesTheRegionFromTheCountry() async throws {
        let (run, body) = try await add("--date", "2999-03-13", "--place", "Ulm, DE")
        #expect(run.status == 0, "\(run.errors)")
        #expect(body.contains("* 2999-03-13 | Ulm, DE\n    * [**E**](https://e.example)\n\n## Approved"))
    }

    @Test(arguments: [
        (["--region", "Europ", "--place", "Ulm, DE"], "no region 'Europ'. Did you mean 'Europe'?"),
        (["--region", "Moon", "--place", "Crater"], "no region 'Moon'. The regions are: Virtual, Africa,"),
        (["--region", "Europe"], "an event in 'Europe' needs a place"),
        (["--place", "Crater"], "no region is known for 'Crater'. Pass the region's heading with --region"),
    ])
    func refusesWhatDoesNotFit(options: [String], fault: String) async throws {
        let weekly = try WeeklyFolder()
        let run = await CommandRun.inProcess(
            ["add", "event", "https://e.example", "--title", "E", "--date", "2999-03-12"] + options,
            in: weekly.scratch.path)
        #expect(run.status == 2)
        #expect(run.errors.contains(fault), "\(run.errors)")
        #expect(try weekly.body == WeeklyFolder.sections)
    }

    @Test func opensANewRegionWhenAskedTo() async throws {
        let (run, body) = try await add(
            "--date", "2999-03-12", "--region", "Moon", "--place", "Crater", "--new-region")
        #expect(run.status == 0, "\(run.errors)")
        #expect(body.contains("### Moon\n\n* 2999-03-12 | Crater\n"))
    }

    @Test(arguments: [
        ("2999-06-12", "2999-06-12 is after the last day of the issue's events, "),
        ("2999-03-09", "the event is over when the issue comes out, on 2999-03-10."),
    ])
    func warnsOfADateOutsideTheWindow(date: String, warning: String) async throws {
        let (run, body) = try await add("--date", date)
        #expect(run.status == 0)
        #expect(run.errors.contains("warning: \(warning)"), "\(run.errors)")
        #expect(body.contains("* \(date) | Virtual"))
    }
}
