import Foundation
import TestKit
import Testing

@Suite struct SettingsCommandTests {
    @Test func printsWhatIsInEffect() async throws {
        let weekly = try WeeklyFolder()
        let run = await weekly.sennight("settings")
        #expect((run.status, run.errors) == (0, ""))
        #expect(run.output.hasPrefix("title: Weekly\nurl: https://weekly.example/\nlanguage: en\n"))
        #expect(run.output.contains("\nlook-back: 6\n"))
    }

    @Test func refusesWhatSourcesDoNotKnow() async throws {
        let weekly = try WeeklyFolder()
        try weekly.scratch.write(
            "sennight.yaml", WeeklyFolder.settings + "sources: [{ source: lobsters, tgas: [a] }]\n")
        let run = await weekly.sennight("settings")
        #expect(run.status == 2 && run.output.isEmpty)
        #expect(run.errors.contains("unknown key 'tgas' in 'lobsters'. Did you mean 'tags'?"))
    }

    @Test func hidesPasswordsInAddresses() async throws {
        let weekly = try WeeklyFolder()
        try weekly.scratch.write(
            "sennight.yaml",
            WeeklyFolder.settings + "sources: [{ source: feeds, feeds: [\"https://ann:hunter22@f.example/feed\"] }]\n")
        let run = await weekly.sennight("settings")
        #expect(run.status == 0 && run.output.contains("f.example/feed") && !run.output.contains("hunter22"))
    }

    @Test func printsTheSchemaWithoutAPublication() async throws {
        let folder = try ScratchFolder()
        let run = await CommandRun.inProcess(["settings", "--schema"], in: folder.path)
        let schema = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
        #expect(run.status == 0 && schema?["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
    }
}
