import Desk
import Live
import Newsletter
import TestKit
import Testing

@Suite struct ListeningFaultTests {
    @Test func namesTheOptionForAnotherPort() async throws {
        let server = try LoopbackServer { _ in WebReply(steps: []) }
        let folder = try ScratchFolder()
        try folder.write("a.http", "GET https://a.example/\n\n200\n\nA")
        let replay = ReplayServer(
            files: .live, folder: folder.path, port: server.port, say: { _ in }, announce: { _ in })
        let fault = await #expect(throws: Diagnostic.self) { try await replay.run() }
        #expect(fault?.summary == "another program uses port \(server.port)")
        #expect(fault?.remedy == "Stop it, or pass another port with --port")
    }
}
