import Testing

@testable import Address

@Suite struct IPAddressTests {
    @Test(
        "Reads plain spellings and writes them as RFC 5952 has them",
        arguments: [
            ("192.0.2.1", "192.0.2.1"), ("0.0.0.0", "0.0.0.0"), ("255.255.255.255", "255.255.255.255"),
            ("::", "::"), ("::1", "::1"), ("1::", "1::"), ("2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1"),
            ("2001:DB8::A", "2001:db8::a"), ("1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7:8"),
            ("1:0:3:4:5:6:7:8", "1:0:3:4:5:6:7:8"), ("1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0"),
            ("::ffff:127.0.0.1", "::ffff:7f00:1"), ("64:ff9b::8.8.8.8", "64:ff9b::808:808"),
        ])
    func readsPlainSpellings(text: String, plain: String) {
        #expect(IPAddress(text)?.description == plain)
    }

    @Test(
        "Takes nothing else for an address",
        arguments: [
            "", "1", "127.1", "127.0.0", "127.0.0.0.1", "127.0.0.256", "0127.0.0.1", "127.0.0.01", "0x7f.0.0.1",
            "127.0.0.1.", " 127.0.0.1", "127.0.0.1 ", "+127.0.0.1", "127.0.0.-1", "127..0.1", "１２７.0.0.1", ":", ":::",
            "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "::1::", "1::2::3", "12345::", "g::", "::1%lo", "[::1]", "1:",
            ":1:2:3:4:5:6:7", "1:2:3:4:5:6:7:", "::127.0.0", "::127.0.0.1:1", "1:2:3:4:5:6:7:1.2.3.4",
            "::1:2:3:4:5:6:7:8", "1.2.3.4::", "::\u{0}1",
        ])
    func takesNothingElse(text: String) {
        #expect(IPAddress(text) == nil)
    }

    @Test(
        "Knows special addresses by their blocks' first and last ones",
        arguments: [
            "0.0.0.0", "0.255.255.255", "10.0.0.0", "10.255.255.255", "100.64.0.0", "100.127.255.255",
            "100.100.100.200", "127.0.0.1", "127.255.255.255", "168.63.129.16", "169.254.0.0", "169.254.169.254",
            "172.16.0.0", "172.31.255.255", "192.0.0.192", "192.0.2.1", "192.88.99.1", "192.168.0.0",
            "192.168.255.255", "198.18.0.0", "198.19.255.255", "198.51.100.7", "203.0.113.9", "224.0.0.1",
            "239.255.255.255", "240.0.0.1", "255.255.255.255", "::", "::1", "::2", "::7f00:1", "::ffff:8.8.8.8",
            "::ffff:0:8.8.8.8", "64:ff9b::7f00:1", "64:ff9b::808:808", "64:ff9b:1::1", "100::1", "1fff:ffff::",
            "2001::1", "2001:1ff:ffff::", "2001:db8::1", "2002:7f00:1::", "2002:808:808::", "3fff::1",
            "3fff:fff:ffff::", "4000::", "5f00::1", "fc00::1", "fd00:ec2::254", "fdff::", "fe80::1", "febf::1",
            "fec0::1", "ff02::1", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
        ])
    func knowsSpecialAddresses(text: String) throws {
        #expect(try #require(IPAddress(text)).specialUse != nil)
    }

    @Test(
        "Lets public addresses through, up to the blocks' neighbours",
        arguments: [
            "1.0.0.0", "1.1.1.1", "8.8.8.8", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0",
            "126.255.255.255", "128.0.0.0", "168.63.129.17", "169.253.255.255", "169.255.0.0", "172.15.255.255",
            "172.32.0.0", "192.0.1.0", "192.0.3.0", "192.167.255.255", "192.169.0.0", "198.17.255.255", "198.20.0.0",
            "223.255.255.255", "2000::", "2001:200::", "2001:4860:4860::8888", "2001:db7::", "2001:db9::", "2003::1",
            "2606:4700::1111", "3ffe::1", "3fff:1000::",
        ])
    func letsPublicAddressesThrough(text: String) throws {
        #expect(try #require(IPAddress(text)).specialUse == nil)
    }

    @Test func refusesAHostForOneSpecialAddressAmongMany() throws {
        let addresses = try ["8.8.8.8", "10.1.2.3", "1.1.1.1"].map { try #require(IPAddress($0)) }
        #expect(AddressGuard.publicOnly.refusal(of: addresses, port: 443) == "10.1.2.3 is in a private network")
        #expect(AddressGuard.publicOnly.refusal(of: [addresses[0], addresses[2]], port: 443) == nil)
    }

    @Test func opensNamedEndpointsAlone() throws {
        let guarded = try AddressGuard(allowing: ["127.0.0.1:8080", "[::1]:8081"])
        let (version4, version6) = (try #require(IPAddress("127.0.0.1")), try #require(IPAddress("::1")))
        #expect(guarded.refusal(of: [version4], port: 8080) == nil)
        #expect(guarded.refusal(of: [version6], port: 8081) == nil)
        #expect(guarded.refusal(of: [version4], port: 8081) != nil)
        #expect(guarded.refusal(of: [version6], port: 8080) != nil)
        #expect(guarded.refusal(of: [version4, try #require(IPAddress("127.0.0.2"))], port: 8080) != nil)
    }

    @Test(
        "Says so of an endpoint that it cannot read", arguments: ["", "127.0.0.1", "localhost:80", "::1", "127.1:80"])
    func refusesUnreadableEndpoints(text: String) {
        #expect(throws: AddressGuard.Diagnosis.self) { try AddressGuard(allowing: [text]) }
    }
}
