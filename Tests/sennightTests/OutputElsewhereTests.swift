import TestKit
import Testing

@Suite struct OutputElsewhereTests {
    @Test func writesAMailBesideThePublication() async throws {
        let weekly = try WeeklyFolder()
        let scratch = try ScratchFolder()
        for file in ["sennight.yaml", "content/6.md"] {
            let mail = file == "sennight.yaml" ? "mail: { from: Weekly <weekly@weekly.example> }\n" : ""
            try scratch.write("weekly/\(file)", try weekly.scratch.text(file) + mail)
        }
        let run = await CommandRun.inProcess(
            ["mail", "--publication", "weekly", "-o", "mail.eml"], in: scratch.path)
        #expect(run.status == 0, "\(run.errors)")
        #expect(try scratch.text("mail.eml").contains("Subject: Weekly 6"))
    }
}
