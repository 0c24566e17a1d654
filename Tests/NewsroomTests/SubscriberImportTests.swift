import Context
import Live
import Newsletter
import Newsroom
import Settings
import Signing
import Store
import StoreSQLite
import Synchronization
import TestKit
import Testing

@Suite struct SubscriberImportTests {
    /// A publication with a store of its own.
    private struct Weekly {
        let folder = try? WeeklyFolder()

        func session() throws -> SubscriberSession {
            let folder = try #require(folder)
            let draft = try DraftSession(PublicationLocation(root: folder.scratch.path), context: .live)
            let access = StoreAccess(
                open: { path, now in try await SQLiteStore.open(path, now: now) },
                temporary: { now in try await SQLiteStore.temporary(now: now) })
            return SubscriberSession(draft, access, .live)
        }

        func run(_ bytes: [UInt8], named name: String = "list.csv", writes: Bool = true) async throws -> ImportReport {
            let file = try #require(folder).scratch.write(name, bytes)
            return try await SubscriberImport(try session(), file: file, writes: writes).run()
        }

        func counts() async throws -> SubscriberCounts { try await SubscriberStatistics.read(try session()).counts }

        func find(_ address: String) async throws -> SubscriberRecord {
            try await SubscriberRecord.find(address, try session())
        }

        /// The message without the folder.
        func message(_ bytes: [UInt8], named name: String = "list.csv") async throws -> String {
            do {
                _ = try await run(bytes, named: name)
                return "no error"
            } catch {
                return "\(error)".replacing(try #require(folder).scratch.path + "/", with: "")
            }
        }
    }

    private let weekly = Weekly()

    @Test func importsMailchimp() async throws {
        let list = """
            "Email Address","First Name","Last Name",MEMBER_RATING,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,CONFIRM_IP,LEID,EUID,NOTES,TAGS
            Ann@Example.org,Ann,Lee,2,"2020-01-02 03:04:05",192.0.2.1,"2020-01-02 04:00:00",192.0.2.1,1,a,,
            bob@example.org,Bob,,2,"2020-01-02 03:04:05",,,,2,b,,"a, b"
            """
        let report = try await weekly.run(Array(list.utf8), named: "subscribed_members_export.csv")
        #expect(report.origin == .mailchimp)
        #expect(report.added == [.active: 2])
        let ann = try await weekly.find("ann@example.org").subscriber
        #expect(ann?.address == "Ann@Example.org")
        #expect(ann?.consentTime == 1_577_937_600)
        #expect(ann?.consentSource == "import: Mailchimp")
        #expect(try await weekly.find("bob@example.org").subscriber?.consentTime == 1_577_934_245)
    }

    @Test(arguments: [
        ("unsubscribed_members_export.csv", SubscriberState.unsubscribed, "UNSUB_TIME"),
        ("cleaned_members_export.csv", .bounced, "CLEAN_TIME"),
    ])
    func neverActivatesWhoLeftMailchimp(name: String, state: SubscriberState, column: String) async throws {
        let list = "Email Address,LEID,EUID,\(column)\na@example.org,1,a,\"2021-01-01 00:00:00\"\nb@example.org,2,b,\n"
        let report = try await weekly.run(Array(list.utf8), named: name)
        #expect(report.added == [state: 2])
        let later = try await weekly.run(Array("email\na@example.org\nc@example.org\n".utf8))
        #expect(later.added == [.active: 1])
        #expect(later.suppressed.values.reduce(0, +) == 1)
        // What a column says counts even if the file was renamed.
        #expect(try await Weekly().run(Array(list.utf8), named: "x.csv").added == [state: 1, .active: 1])
    }

    @Test func importsListmonk() async throws {
        let list = """
            uuid,email,name,attributes,status,created_at,updated_at
            1,a@example.org,A,"{""city"": ""Ulm""}",enabled,2020-01-02T03:04:05Z,2020-01-02T03:04:05Z
            2,b@example.org,B,{},disabled,2020-01-02T03:04:05Z,2020-01-02T03:04:05Z
            3,c@example.org,C,{},blocklisted,2020-01-02T03:04:05Z,2020-01-02T03:04:05Z
            """
        let report = try await weekly.run(Array(list.utf8))
        #expect(report.origin == .listmonk)
        #expect(report.added == [.active: 1, .unsubscribed: 2])
        #expect(try await weekly.counts().suppressions == [.unsubscribed: 2])
    }

    @Test func importsButtondown() async throws {
        let list = """
            email,notes,metadata,tags,subscriber_type,creation_date,secondary_id
            a@example.org,,{},,regular,2020-01-02T03:04:05.123Z,1
            b@example.org,,{},,unactivated,2020-01-02T03:04:05Z,2
            c@example.org,,{},,unsubscribed,2020-01-02T03:04:05Z,3
            d@example.org,,{},,undeliverable,2020-01-02T03:04:05Z,4
            e@example.org,,{},,complained,2020-01-02T03:04:05Z,5
            f@example.org,,{},,mysterious,2020-01-02T03:04:05Z,6
            """
        let report = try await weekly.run(Array(list.utf8))
        #expect(report.origin == .buttondown)
        #expect(report.added == [.active: 1, .pending: 1, .unsubscribed: 1, .bounced: 1, .complained: 1])
        #expect(report.refusals.map(\.reason) == ["the status 'mysterious' isn't known"])
        #expect(report.refusals.first?.refusal.firstLine == 7)
    }

    @Test func importsAPlainList() async throws {
        let report = try await weekly.run(Array("a@example.org\r\nb@example.org\r\nA@example.org\r\nx\r\n".utf8))
        #expect(report.origin == .addresses)
        #expect(report.rows == 4)
        #expect(report.added == [.active: 2])
        #expect(report.repeated == 1)
        #expect(report.refusals.map(\.reason) == ["the address has no '@'"])
    }

    @Test func importsItsOwnExport() async throws {
        let text = "a@example.org\n+b@example.org\n'=c@example.org\n"
        _ = try await weekly.run(Array(text.utf8))
        let written = Written()
        let count = try await SubscriberExport(try weekly.session(), state: nil).run { written.add($0) }
        #expect(count == 3)
        #expect(String(decoding: written.bytes, as: UTF8.self).contains("\r\n'+b@example.org,active,"))
        let other = Weekly()
        let report = try await other.run(written.bytes)
        #expect(report.origin == .sennight)
        for address in text.split(separator: "\n") {
            #expect(try await other.find(String(address)).subscriber?.address == String(address))
        }
    }

    @Test func changesNothingInADryRun() async throws {
        let report = try await weekly.run(Array("email\na@example.org\n".utf8), writes: false)
        #expect(report.added == [.active: 1])
        #expect(weekly.folder?.scratch.exists(".sennight/store.sqlite") == false)
        _ = try await weekly.run(Array("email\na@example.org\n".utf8))
        let before = try weekly.folder?.scratch.bytes(".sennight/store.sqlite")
        let second = try await weekly.run(Array("email\na@example.org\nb@example.org\n".utf8), writes: false)
        #expect(second.known == 1)
        #expect(second.added == [.active: 1])
        #expect(try weekly.folder?.scratch.bytes(".sennight/store.sqlite") == before)
    }

    @Test func readsOtherEncodingsAndSeparators() async throws {
        let utf16 = "\u{FEFF}email\tname\na@example.org\tÄ\n".utf16.flatMap {
            [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)]
        }
        #expect(try await weekly.run(utf16).added == [.active: 1])
        let latin =
            Array("email;name\nj".utf8) + [0xF6] + Array("rg@example.org;M".utf8) + [0xFC] + Array("ller\n".utf8)
        #expect(try await weekly.run(latin).added == [.active: 1])
        #expect(try await weekly.find("jörg@example.org").subscriber != nil)
    }

    @Test func ignoresFortyColumns() async throws {
        let names = (1...40).map { $0 == 23 ? "E-Mail-Address" : "Column \($0)" }.joined(separator: ",")
        let cells = (1...40).map { $0 == 23 ? "a@example.org" : "\"x, \($0)\"" }.joined(separator: ",")
        #expect(try await weekly.run(Array("\(names)\n\(cells)\n".utf8)).added == [.active: 1])
    }

    @Test(arguments: [
        ("", "list.csv: error: the list is empty. Export it again"),
        ("email\n", "list.csv: error: the list is empty. Export it again"),
        (
            "name,city\nAnn,Ulm\n",
            "list.csv: error: line 1, the first with content, has neither a mail address nor the name of a column for them. "
                + "Name the column 'email' and write one row for each person"
        ),
        (
            "email\nx\ny\n",
            "list.csv: error: none of the 2 rows can be imported: in most rows, the address has no '@'. "
                + "Check that the file is a list of subscribers; nothing was changed"
        ),
        (
            "email\na@example.org\n\"b@example.org\n",
            "list.csv: error: the quotation in the row that begins in line 3 doesn't end. "
                + "Add the missing quotation mark; nothing was changed"
        ),
        (
            "email\na@example.org\n\0\n",
            "list.csv: error: line 3 contains a NUL byte, so the file isn't a list. "
                + "Save it as comma-separated values in UTF-8; nothing was changed"
        ),
    ])
    func refusesWhatIsNotAListInOneSentence(text: String, message: String) async throws {
        #expect(try await weekly.message(Array(text.utf8)) == message)
        #expect(try await weekly.counts().total == 0)
    }

    @Test func saysInOneSentenceThatAllIsGarbage() async throws {
        let row = Array(String(repeating: "|%& lorem ipsum !!", count: 3).utf8) + [0x0A]
        let list = Array("email\n".utf8) + (0..<100_000).flatMap { _ in row }
        let message = try await weekly.message(list)
        #expect(message.hasPrefix("list.csv: error: none of the 100000 rows can be imported: "))
        #expect(!message.contains("\n"))
    }
}

/// Collects what an export writes.
private final class Written: Sendable {
    private let content = Mutex<[UInt8]>([])

    var bytes: [UInt8] { content.withLock { $0 } }

    func add(_ bytes: [UInt8]) { content.withLock { $0 += bytes } }
}
