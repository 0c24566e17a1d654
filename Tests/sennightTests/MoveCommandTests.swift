import TestKit
import Testing

@Suite struct MoveCommandTests {
    @Test func movesAnEventIntoANewRegion() async throws {
        let weekly = try WeeklyFolder()
        let run = await weekly.sennight("move", "https://club.example/tea", "--section", "Virtual")
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output == "draft/7.md\n")
        let lines = "* 2999-03-12 | Ulm, DE | [Club](https://club.example)\n    * [**Tea**](https://club.example/tea)\n"
        #expect(
            try weekly.body
                == WeeklyFolder.sections.replacing(
                    "### Europe\n\n\(lines)", with: "### Virtual\n\n\(lines)\n### Europe\n"))
        #expect(try weekly.decisions.contains(#""identity":"club.example/tea 2999-03-12 europe""#))
    }

    @Test func namesTheNearestSection() async throws {
        let weekly = try WeeklyFolder(
            draft: WeeklyFolder.draft.replacing("### Here\n", with: "### Here\n\n* [A](https://a.example)\n"))
        let run = await weekly.sennight("move", "https://a.example", "--section", "Ther")
        #expect(run.status == 2)
        #expect(run.errors == "draft/7.md: error: the draft has no section 'Ther'. Did you mean 'There'?\n")
    }
}
