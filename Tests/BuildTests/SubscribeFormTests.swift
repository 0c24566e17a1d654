import TestKit
import Testing

@Suite struct SubscribeFormTests {
    private func home(mail: String) async throws -> String {
        let weekly = try await MemoryPublication.built([
            "sennight.yaml": "title: Weekly\nurl: https://weekly.example.org/\n\(mail)",
            "content/one.md": "---\ntitle: One\nnumber: 1\ndate: 2026-02-01\n---\n\nText.\n",
        ])
        return String(decoding: try #require(weekly.site.bytes("index.html")), as: UTF8.self)
    }

    @Test func sendsTheAddressToTheServer() async throws {
        let page = try await home(
            mail: "mail: { from: weekly@example.org, server: https://mail.example.org, subscribe: true }\n")
        #expect(page.contains("<form class=\"subscribe\" method=\"post\""))
        #expect(page.contains("action=\"https://mail.example.org/subscribe\">"))
        #expect(page.contains("<label for=\"SubscribeAddress\">Subscribe by email</label>"))
        #expect(page.contains("id=\"SubscribeAddress\" name=\"address\" type=\"email\""))
    }

    @Test(arguments: [
        "", "mail: { from: weekly@example.org, server: https://mail.example.org/ }\n",
        "mail: { from: weekly@example.org, subscribe: true }\n",
    ]) func isMissingWithoutServerOrSetting(mail: String) async throws {
        #expect(!(try await home(mail: mail)).contains("SubscribeAddress"))
    }
}
