import Address
import Context
import Synchronization
import TestKit
import Testing
import Web

/// Servers on this machine stand for everything that must not be asked; they must hear nothing.
@Suite struct PrivateAddressTests {
    @Test func asksNoPrivateAddressInAnySpelling() async throws {
        let canary = try LoopbackServer { _ in .text("found") }
        let asking = try Asking(names: Self.leadingHome)
        var spellings = Self.spellings(of: canary.port)
        let names = Self.leadingHome.keys.map { canary.url($0) }
        if let version6 = try? LoopbackServer(version6: true, answer: { _ in .text("found") }) {
            for text in Self.spellings(of: version6.port) + Self.leadingHome.keys.map({ version6.url($0) }) {
                await expectRefusal(text, asking)
            }
            #expect(version6.connections == 0)
        }
        spellings += names
        #expect(Set(spellings).count >= 100)
        for text in spellings { await expectRefusal(text, asking) }
        #expect(canary.connections == 0)
    }

    @Test func asksNoPrivateAddressThatARedirectNames() async throws {
        let canary = try LoopbackServer { _ in .text("found") }
        // A line break or a zero cannot stand in a header field.
        let spellings =
            Self.spellings(of: canary.port).filter { text in text.utf8.allSatisfy { $0 >= 0x20 } }
            + Self.leadingHome.keys.map { canary.url($0) }
        let door = try LoopbackServer { question in
            .redirect(to: Int(question.target.dropFirst()).map { spellings[$0] } ?? "")
        }
        let asking = try Asking(door, names: Self.leadingHome)
        for (index, text) in spellings.enumerated() {
            let reason = await asking.failure("\(door.address)/\(index)")
            #expect(reason?.isRefusal == true, "\(text): \(String(describing: reason))")
        }
        #expect(door.questions.count == spellings.count)
        #expect(canary.connections == 0)
    }

    /// The first look-up gives an address that may be asked, all later ones give one that may not.
    @Test func isNotFooledByANameThatChangesItsAddress() async throws {
        let open = try LoopbackServer { question in
            question.target == "/redirect" ? .redirect(to: "/again") : .text("open")
        }
        // The canary is at the same port of another address, so that the address alone decides.
        let lookUps = Mutex(0)
        let asking = try Asking(open) {
            $0.resolver = HostResolver { _ throws(HostResolver.NoAnswer) in
                let count = lookUps.withLock { count in
                    count += 1
                    return count
                }
                return [count == 1 ? "127.0.0.1" : "127.0.0.3"].compactMap { IPAddress($0) }
            }
        }
        #expect(try await asking.get(open.url("moving.example")).text == "open")
        #expect(open.questions.count == 1)
        #expect(await asking.failure(open.url("moving.example"))?.isRefusal == true)
        #expect(open.questions.count == 1)
        // And between a redirect and its target.
        lookUps.withLock { $0 = 0 }
        #expect(await asking.failure(open.url("moving.example", "/redirect"))?.isRefusal == true)
        #expect(open.questions.count == 2)
        #expect(lookUps.withLock { $0 } == 2)
    }

    @Test func looksUpANameOncePerQuestion() async throws {
        let server = try LoopbackServer { _ in .text("open") }
        let lookUps = Mutex(0)
        let asking = try Asking(server) {
            $0.resolver = HostResolver { _ throws(HostResolver.NoAnswer) in
                lookUps.withLock { $0 += 1 }
                return [IPAddress("127.0.0.1")].compactMap(\.self)
            }
        }
        _ = try await asking.get(server.url("good.example"))
        #expect(lookUps.withLock { $0 } == 1)
    }

    @Test func refusesAHostWithOnePrivateAddressAmongPublicOnes() async throws {
        let canary = try LoopbackServer { _ in .text("found") }
        let asking = try Asking(names: [
            "mixed.example": ["8.8.8.8", "127.0.0.1"], "mixed6.example": ["8.8.8.8", "::1"],
        ])
        for name in ["mixed.example", "mixed6.example"] { await expectRefusal(canary.url(name), asking) }
        #expect(canary.connections == 0)
    }

    /// The system's own resolver knows this machine by names that it reads from a file.
    @Test func judgesWhatTheSystemResolves() async throws {
        let found = try await HostResolver.system.addresses("localhost")
        #expect(found.contains { $0.description == "127.0.0.1" || $0.description == "::1" })
        #expect(AddressGuard.publicOnly.refusal(of: found, port: 80) != nil)
    }

    private func expectRefusal(_ text: String, _ asking: Asking) async {
        let reason = await asking.failure(text)
        #expect(reason?.isRefusal == true, "\(text): \(String(describing: reason))")
    }
}

extension HTTPError.Reason {
    /// Not asked at all.
    fileprivate var isRefusal: Bool {
        switch self {
        case .refused, .invalidAddress: true
        default: false
        }
    }
}

extension PrivateAddressTests {
    /// Names that a stranger's name server leads to this machine or its network.
    private static let leadingHome: [String: [String]] = [
        "a.example": ["127.0.0.1"], "b.example": ["::1"], "c.example": ["0.0.0.0"], "d.example": ["::"],
        "e.example": ["::ffff:127.0.0.1"], "f.example": ["64:ff9b::7f00:1"], "g.example": ["2002:7f00:1::"],
        "h.example": ["169.254.169.254"], "i.example": ["10.0.0.1"], "j.example": ["fd00::1"],
        "k.example": ["fe80::1"], "l.example": ["::7f00:1"], "m.example": ["100.100.100.200"],
        "n.example": ["127.0.0.1", "8.8.8.8"], "127.0.0.1.nip.example": ["127.0.0.1"],
    ]

    static func spellings(of port: Int) -> [String] {
        let hosts = [
            "127.0.0.1", "127.0.0.2", "127.255.255.254", "127.1", "127.0.1", "127.0.0.1.", "127.1.", "2130706433",
            "2130706433.", "017700000001", "0x7f000001", "0X7F000001", "0x7F.1", "0x7f.0.0.1", "0x7f.0x0.0x0.0x1",
            "0177.0.0.1", "0177.1", "00177.0.0.01", "0177.0.0x0.1", "127.0.0.01", "127.000.000.001", "127.0x1",
            "127.0.0x1", "127.65535", "127.0.65535", "4294967297", "18446744071692500993", "0x1007f000001",
            "0x000000007f000001", "0.0.0.0", "0", "0x0", "00", "0.0.0.0.", "0.0", "localhost", "LOCALHOST",
            "localhost.",
            "LocalHost.", "a.localhost", "localhost.localdomain", "foo.bar.localhost.", "ip6-localhost", "ip6-loopback",
            "loopback", "host.docker.internal", "metadata.google.internal", "printer.local", "router.home.arpa",
            "[::1]", "[::]", "[0:0:0:0:0:0:0:1]", "[0000:0000:0000:0000:0000:0000:0000:0001]", "[::0001]", "[0::1]",
            "[::ffff:127.0.0.1]", "[::FFFF:7F00:1]", "[0:0:0:0:0:ffff:127.0.0.1]", "[::127.0.0.1]", "[::7f00:1]",
            "[::ffff:0:127.0.0.1]", "[64:ff9b::127.0.0.1]", "[64:ff9b:1::7f00:1]", "[2002:7f00:1::]",
            "[2002:7f00:1::1]",
            "[2001:0:7f00:1::]", "[::1%lo]", "[::1%25lo]", "[fe80::1%25lo]", "[::1]]", "[[::1]]", "[127.0.0.1]",
            "%31%32%37.0.0.1", "127%2E0%2E0%2E1", "127.0.0.%31", "%6Cocalhost", "localhos%74", "%5B::1%5D",
            "１２７.０.０.１", "127。0。0。1", "127．0．0．1", "127｡0｡0｡1", "①②⑦.⓪.⓪.①", "𝟏𝟐𝟕.𝟎.𝟎.𝟏", "ⓛⓞⓒⓐⓛⓗⓞⓢⓣ", "ｌｏｃａｌｈｏｓｔ",
            "loc\u{AD}alhost", "localho\u{200B}st", "ſ", "localhoſt", "127.0.0.1\u{0}.example", "127.0.0.1\t",
            "good.example@127.0.0.1", "good.example:80@127.0.0.1", "@127.0.0.1", ":@127.0.0.1", "a:b@c:d@127.0.0.1",
            "good.example%40127.0.0.1", "good.example\\@127.0.0.1", "127.0.0.1\\.good.example",
            "127.0.0.1#@good.example", "127.0.0.1?@good.example", "127.0.0.1%23.example", "127.0.0.1/@good.example",
        ]
        // Written as a whole, because of what stands before or behind the host.
        let whole = [
            "http:\\\\127.0.0.1:\(port)\\", "http:127.0.0.1:\(port)", "http:/127.0.0.1:\(port)",
            "http:///127.0.0.1:\(port)/",
            "//127.0.0.1:\(port)/", "ftp://127.0.0.1:\(port)/", "file://127.0.0.1:\(port)/",
            "gopher://127.0.0.1:\(port)/",
            "http+unix://%2Ftmp%2Fsocket/", "http://127.0.0.1:0\(port)/", "http://127.0.0.1:\(port + 65_536)/",
            "HTTP://127.0.0.1:\(port)/", " http://127.0.0.1:\(port)/ ", "ht\ntp://127.0.0.1:\(port)/",
            "https://127.0.0.1:\(port)/", "https://localhost:\(port)/",
        ]
        return hosts.map { "http://\($0):\(port)/" } + whole
    }
}
