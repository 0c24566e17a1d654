import Newsletter
import Testing

struct MailServerSettingsTests {
    private func mail(_ lines: String) -> String {
        "title: W\nurl: https://example.org/\nmail:\n  from: W <w@example.org>\n" + lines
    }

    @Test func writesFilesByDefault() throws {
        let read = try settings(mail("")).mail
        #expect(read.transport == .file && read.smtp == nil)
    }

    @Test func readsTheServer() throws {
        let read = try settings(
            mail(
                """
                  transport: smtp
                  smtp: { server: smtp.example.org, port: 2525, security: tls, user: ann, connections: 3 }
                """)
        ).mail
        #expect(read.transport == .smtp)
        #expect(
            read.smtp
                == MailSettings.Server(
                    host: "smtp.example.org", port: 2525, security: .tls, user: "ann", connections: 3))
    }

    @Test(arguments: [
        ("smtp.example.org", "starttls", 587), ("smtp.example.org", "tls", 465), ("localhost", "none", 25),
        ("127.0.0.1", "none", 25), ("\"::1\"", "none", 25), ("192.0.2.1", "tls", 465),
    ]) func knowsUsualPorts(host: String, security: String, port: Int) throws {
        let server = try settings(mail("  smtp: { server: \(host), security: \(security) }\n")).mail.smtp
        #expect(server?.port == port && server?.connections == 8 && server?.user == nil)
    }

    @Test(arguments: [
        ("transport: smtp", "'mail.transport' is 'smtp', but there is no mail server"),
        ("smtp: { server: smtp.example.org, security: none }", "can't be 'none' for a server on another machine"),
        ("smtp: { server: 127.evil.example, security: none }", "can't be 'none' for a server on another machine"),
        ("smtp: { server: \"smtp.example.org:25\" }", "isn't a host name or an IP address: 'smtp.example.org:25'"),
        ("smtp: { server: \"a b\" }", "isn't a host name or an IP address: 'a b'"),
        ("smtp: { password: secret }", "unknown key 'password' in 'mail.smtp'"),
        ("smtp: { server: a.example, connections: 0 }", "'mail.smtp.connections'"),
        ("transport: fax", "'mail.transport'"),
    ]) func reportsFaults(line: String, words: String) {
        let found = faults(mail("  \(line)\n"))
        #expect(found.contains { $0.contains(words) }, "\(found)")
    }
}
