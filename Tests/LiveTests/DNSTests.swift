import Context
import Testing

@testable import Live

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

@Suite struct DNSTests {
    @Test func readsTXTRecords() async throws {
        let server = try UDPServer { query in answer(to: query, records: [["v=DKIM1; ", "p=abc"], ["other"]]) }
        let texts = try await DNS.live(server: "127.0.0.1:\(server.port)").texts("key.example.org")
        #expect(texts == ["v=DKIM1; p=abc", "other"])
    }

    @Test(arguments: [3, 0]) func findsNothingWhereThereIsNothing(code: UInt8) async throws {
        let server = try UDPServer { query in answer(to: query, records: [], code: code) }
        #expect(try await DNS.live(server: "127.0.0.1:\(server.port)").texts("key.example.org") == [])
    }

    @Test func saysThatNoServerAnswers() async throws {
        let server = try UDPServer { query in answer(to: query, records: [], code: 2) }
        await #expect(throws: CommandError("no DNS server answered the question about key.example.org")) {
            try await DNS.live(server: "127.0.0.1:\(server.port)").texts("key.example.org")
        }
    }

    /// Cut off anywhere, an answer is refused or read as far as it goes; it is never read beyond its end.
    @Test func survivesBrokenAnswers() throws {
        let query = [UInt8]([0, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 97, 0, 0, 16, 0, 1])
        let whole = answer(to: query, records: [["abc"], ["def"]])
        #expect(DNSAnswer(whole)?.texts == ["abc", "def"])
        for length in 0..<whole.count { #expect(DNSAnswer(Array(whole.prefix(length)))?.texts == nil) }
        for index in whole.indices {
            for byte in [UInt8(0), 0x3F, 0xC0, 0xFF] {
                var broken = whole
                broken[index] = byte
                _ = DNSAnswer(broken)
            }
        }
    }

    private func answer(to query: [UInt8], records: [[String]], code: UInt8 = 0) -> [UInt8] {
        // The question without the additional section that a resolver may send.
        var end = 12
        while query[end] != 0 { end += Int(query[end]) + 1 }
        end += 5
        var answer =
            Array(query[0..<2]) + [0x81, 0x80 | code, 0, 1, 0, UInt8(records.count), 0, 0, 0, 0] + query[12..<end]
        for strings in records {
            let data = strings.flatMap { [UInt8($0.utf8.count)] + Array($0.utf8) }
            answer += [0xC0, 12, 0, 16, 0, 1, 0, 0, 0, 60, 0, UInt8(data.count)] + data
        }
        return answer
    }
}

/// Answers datagrams on loopback until it is released.
private final class UDPServer: Sendable {
    let port: UInt16
    private let descriptor: Int32

    init(_ answer: @escaping @Sendable ([UInt8]) -> [UInt8]) throws {
        descriptor = socket(AF_INET, Int32(SOCK_DGRAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let descriptor = descriptor
        try withUnsafeMutablePointer(to: &address) { pointer in
            try pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                guard bind(descriptor, $0, size) == 0, getsockname(descriptor, $0, &size) == 0 else {
                    throw CommandError("no port is free")
                }
            }
        }
        port = UInt16(bigEndian: address.sin_port)
        BlockingThread {
            var buffer = [UInt8](repeating: 0, count: 4096)
            while true {
                var peer = sockaddr()
                var length = socklen_t(MemoryLayout<sockaddr_in>.size)
                let count = recvfrom(descriptor, &buffer, buffer.count, 0, &peer, &length)
                guard count > 0 else { return }
                let bytes = answer(Array(buffer[..<count]))
                _ = sendto(descriptor, bytes, bytes.count, 0, &peer, length)
            }
        }.start()
    }

    deinit {
        shutdown(descriptor, Int32(SHUT_RDWR))
        close(descriptor)
    }
}
