import Context
import Synchronization
import Testing

@testable import Newsroom

@Suite struct MailServerLogTests {
    /// 2026-11-28T12:00:00Z
    private static let now = 1_795_867_200

    /// Two files that grow and are rotated; counts the bytes that are read.
    private final class Logs: Sendable {
        let texts = Mutex<[String: (inode: UInt64, text: String)]>([:])
        let bytes = Mutex(0)

        func set(_ path: String, _ inode: UInt64, _ text: String) { texts.withLock { $0[path] = (inode, text) } }

        var files: Files {
            Files(
                read: { path throws(FileError) in throw FileError(path: path, reason: "not by this test") },
                readPiecesAfter: { path, offset, body in
                    let rest = Array((self.texts.withLock { $0[path]?.text } ?? "").utf8.dropFirst(offset))
                    self.bytes.withLock { $0 += rest.count }
                    // In two pieces, of which the first ends within a line.
                    try body(Array(rest.prefix(30)))
                    try body(Array(rest.dropFirst(30)))
                },
                list: { _ throws(FileError) in [] },
                status: { path in
                    self.texts.withLock { $0[path] }.map {
                        FileStatus(size: $0.text.utf8.count, modified: 1, inode: $0.inode)
                    }
                },
                write: { path, _ throws(FileError) in throw FileError(path: path, reason: "not by this test") })
        }
    }

    private let logs = Logs()

    private func reader(isLocal: Bool = false) -> MailServerLogReader {
        MailServerLogReader(MailServerLog("log", files: logs.files, offset: 0, isLocal: isLocal))
    }

    private func accepted(_ name: String, _ number: Int) -> String {
        """
        Nov 28 11:00:0\(number) mx postfix/cleanup[7]: Q\(number): message-id=<\(name)>
        Nov 28 11:00:0\(number) mx postfix/qmgr[8]: Q\(number): from=<b@x>, size=9, nrcpt=1 (queue active)

        """
    }

    @Test func readsOnlyWhatIsNew() {
        var reader = reader()
        let first = accepted("one", 1)
        logs.set("log", 1, first + "Nov 28 11:00:02 mx postfix/clea")
        #expect(reader.answer(about: ["one", "two"], now: Self.now)?.accepted == ["one": "Q1"])
        let read = logs.bytes.withLock { $0 }
        logs.set("log", 1, first + accepted("two", 2))
        #expect(reader.answer(about: ["two"], now: Self.now)?.accepted == ["one": "Q1", "two": "Q2"])
        #expect(logs.bytes.withLock { $0 } == read + accepted("two", 2).utf8.count)
    }

    @Test func followsARotatedLog() {
        var reader = reader()
        logs.set("log", 1, accepted("one", 1))
        _ = reader.answer(about: ["one", "two", "three"], now: Self.now)
        logs.set("log.1", 1, accepted("one", 1) + accepted("two", 2))
        logs.set("log", 2, accepted("three", 3))
        let answer = reader.answer(about: ["one", "two", "three"], now: Self.now)
        #expect(answer?.accepted == ["one": "Q1", "two": "Q2", "three": "Q3"])
    }

    @Test(arguments: [true, false]) func readsEverythingAgainIfItMust(isTruncated: Bool) {
        var reader = reader()
        logs.set("log", 1, accepted("one", 1) + accepted("two", 2))
        _ = reader.answer(about: ["two"], now: Self.now)
        if isTruncated { logs.set("log", 1, accepted("one", 1)) }
        #expect(reader.answer(about: ["one"], now: Self.now)?.accepted == ["one": "Q1"])
    }

    @Test(arguments: [
        ("11:00:05", "localhost[127.0.0.1]", true, true), ("11:00:07", "localhost[127.0.0.1]", true, false),
        ("11:00:05", "mx.example[192.0.2.1]", true, false), ("11:00:05", "mx.example[192.0.2.1]", false, true),
    ])
    func waitsOnlyForClientsThatMayHaveSentTheMessage(time: String, client: String, isLocal: Bool, waits: Bool) {
        var reader = reader(isLocal: isLocal)
        logs.set("log", 1, accepted("one", 1) + "Nov 28 \(time) mx postfix/smtpd[9]: connect from \(client)\n")
        // 11:00:06 on that day.
        #expect(reader.answer(about: ["two"], now: Self.now)?.hasClient(since: Self.now - 3594) == waits)
    }

    @Test func saysNothingWithoutALog() {
        var reader = reader()
        #expect(reader.answer(about: ["one"], now: Self.now) == nil)
        logs.set("log", 1, accepted("one", 1))
        #expect(reader.answer(about: ["one"], now: Self.now)?.accepted == ["one": "Q1"])
    }
}
