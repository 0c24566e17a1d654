import Foundation
import TestKit
import Testing

@testable import Desk

@Suite("serve and strangers", .serialized, .startsProcesses)
struct GuardTests {
    @Test(arguments: [
        ("localhost", true), ("LocalHost:8765", true), ("127.0.0.1:1", true), ("127.9.9.9", true), ("[::1]:8765", true),
        ("[::1]", true), ("weekly.localhost", true), ("localhost.", true), ("proxy.example:443", true),
        ("evil.example", false), ("127.0.0.1.evil.example", false), ("localhost.evil.example", false), ("", false),
        ("192.168.1.2", false), ("128.0.0.1", false), ("127.0.0", false), ("127.0.0.256", false), ("0.0.0.0", false),
        ("[::2]", false), ("::1", false), ("notlocalhost", false), (nil, false),
    ])
    func knowsItsNames(host: String?, isAllowed: Bool) {
        #expect(AllowedHosts(["Proxy.example"]).contains(host) == isAllowed)
    }

    @Test func refusesOtherHostsAndProtectsItsPages() throws {
        let scratch = try ScratchFolder()
        try scratch.copy(TestData.packageRoot + "/Examples/swift-server-weekly", to: "weekly")
        let server = try RunningServer(["--publication", scratch.path("weekly"), "--host", "proxy.example"])
        for path in ["/", "/rss.xml", "/sennight/reload", "/no/such/page"] {
            for fields in [["Host: evil.example"], ["Host: 127.0.0.1.evil.example"], []] {
                let answer = try server.answer("GET", path, fields: fields)
                #expect(answer.hasPrefix("HTTP/1.1 421"), "\(path) \(fields): \(answer)")
                #expect(!answer.contains("</html>") && !answer.contains("<rss"))
            }
        }
        for host in ["localhost", "127.0.0.1:80", "proxy.example", "[::1]"] {
            let answer = try server.answer("GET", "/", fields: ["Host: \(host)"])
            #expect(answer.hasPrefix("HTTP/1.1 200"))
        }
        for (method, path) in [("GET", "/"), ("GET", "/nowhere"), ("GET", "/latest"), ("POST", "/"), ("HEAD", "/")] {
            let head = try server.answer(method, path, fields: ["Host: localhost", "Content-Length: 0"]).lowercased()
            #expect(head.contains("\r\nx-content-type-options: nosniff\r\n"), "\(method) \(path)")
            #expect(head.contains("\r\ncontent-security-policy: default-src 'self'; script-src 'self' 'sha256-"))
            #expect(!head.contains("script-src 'self' 'unsafe-inline'"))
        }
    }

    /// Each script that a browser would run on a page of the example is one that the policy names.
    @Test func letsEveryScriptOfItsPagesRun() throws {
        let scratch = try ScratchFolder()
        try scratch.copy(TestData.packageRoot + "/Examples/swift-server-weekly", to: "weekly")
        let server = try RunningServer(["--publication", scratch.path("weekly")])
        var scripts: Set<Substring> = []
        for path in ["/", "/latest/", "/archive/", "/jobs/", "/no/such/page"] {
            let page = try server.get(path)
            for script in ContentPolicy.inlineScripts(in: page) {
                scripts.insert(script)
                let hash = base64(SHA256.hexadecimal(of: Array(script.utf8)))
                #expect(page.contains("'sha256-\(hash)'"), "\(path): \(script)")
            }
        }
        #expect(scripts.contains { $0.contains("EventSource") } && scripts.contains { $0.contains("location.replace") })
    }

    private func base64(_ hexadecimal: String) -> String {
        let digits = Array(hexadecimal)
        let bytes = stride(from: 0, to: digits.count, by: 2).compactMap {
            UInt8(String(digits[$0...($0 + 1)]), radix: 16)
        }
        return Data(bytes).base64EncodedString()
    }

    @Test(arguments: [
        (["<script>a()</script><script src=\"x.js\"></script>"], "script-src 'self' 'sha256-"),
        (["<script type=\"application/ld+json\">{{{json_ld}}}</script>"], "script-src 'self';"),
        (["<script>a({{title}})</script>", "<script>b()</script>"], "script-src 'self' 'unsafe-inline';"),
        ([], "script-src 'self';"),
    ])
    func followsTheTheme(templates: [String], part: String) {
        #expect(ContentPolicy(templates: templates, reloadScript: "").text.contains(part))
    }

    @Test func dropsConnectionsThatDoNotGoOn() throws {
        let scratch = try ScratchFolder()
        try scratch.copy(TestData.packageRoot + "/Examples/swift-server-weekly", to: "weekly")
        let server = try RunningServer(["--publication", scratch.path("weekly"), "--idle-timeout", "1"])
        let starts = ["", "GET / HT", "GET / HTTP/1.1\r\nHost: loc", "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"]
        let connections = try starts.map { try server.connection(sending: $0) }
        for (connection, start) in zip(connections, starts) { #expect(connection.isClosed(), "\(start)") }
        // Who listens for events is waiting, not idle. On a slow machine the request itself may come too late.
        let events = (0..<20).lazy.map { _ in try? server.events("/sennight/reload") }
            .first { $0?.waits(for: ": connected") ?? false }
        // A connection that is idle from now on is closed, and this one isn't.
        #expect(try server.connection(sending: "").isClosed())
        #expect(try #require(events)?.isClosed(within: 0) == false)
    }
}
