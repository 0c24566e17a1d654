import TestKit
import Testing

@Suite struct SubscribersCommandTests {
    private let weekly: WeeklyFolder

    init() throws {
        weekly = try WeeklyFolder()
    }

    @Test func showsOnePersonsData() async throws {
        #expect(await weekly.sennight("subscribers", "add", "Ann@Example.org", "--source", "a talk").status == 0)
        let shown = await weekly.sennight("subscribers", "show", "ann@example.org", "--format", "json")
        #expect(shown.status == 0)
        for part in [#""address": "Ann@Example.org""#, #""state": "active""#, #""consentSource": "a talk""#] {
            #expect(shown.output.contains(part), "\(part)")
        }
        #expect(await weekly.sennight("subscribers", "show", "bob@example.org").status == 1)
    }

    @Test func masksAddressesExceptWhereTheyAreWanted() async throws {
        let added = await weekly.sennight("subscribers", "add", "ann@example.org")
        #expect(added.output == "a…@example.org: added\n")
        let removed = await weekly.sennight("subscribers", "remove", "ann@example.org")
        #expect(removed.output == "a…@example.org: unsubscribed\n")
        let again = await weekly.sennight("subscribers", "add", "ann@example.org")
        #expect(again.status == 1)
        #expect(again.output == "a…@example.org: not added, because it is on the suppression list (unsubscribed)\n")
    }

    @Test func leavesNothingOfAnErasedPerson() async throws {
        _ = await weekly.sennight("subscribers", "add", "ann@example.org", "bob@example.org")
        #expect(await weekly.sennight("subscribers", "remove", "--erase", "ann@example.org").status == 0)
        #expect(await weekly.sennight("subscribers", "export").output.contains("ann@example.org") == false)
        let bytes = try weekly.scratch.bytes(".sennight/store.sqlite")
        #expect(!String(decoding: bytes, as: UTF8.self).contains("ann@example.org"))
        let stats = await weekly.sennight("subscribers", "stats", "--format", "json")
        #expect(stats.output.contains(#""erased": 1"#) && stats.output.contains(#""active": 1"#))
    }

    @Test func addsAllAddressesOrNone() async throws {
        let run = await weekly.sennight("subscribers", "add", "ann@example.org", "x\r\nBcc: y@example.org")
        #expect(run.status == 2)
        #expect(run.errors.contains("isn't a mail address: the address contains a control character"))
        #expect(!weekly.scratch.exists(".sennight/store.sqlite"))
    }

    @Test func ignoresTheStateFolderInGit() async throws {
        _ = await weekly.sennight("subscribers", "add", "ann@example.org")
        #expect(try weekly.scratch.text(".sennight/.gitignore") == "*\n")
    }

    @Test func keepsTheStoreWhereTheSettingsSay() async throws {
        try weekly.scratch.write("sennight.yaml", WeeklyFolder.settings + "store: private/people.sqlite\n")
        let missing = await weekly.sennight("subscribers", "add", "ann@example.org")
        #expect(missing.status == 2)
        #expect(
            missing.errors.hasPrefix("./private/people.sqlite: error:")
                || missing.errors.hasPrefix("private/people.sqlite: error:"))
        try weekly.scratch.write("private/note.txt", "")
        #expect(await weekly.sennight("subscribers", "add", "ann@example.org").status == 0)
        #expect(weekly.scratch.exists("private/people.sqlite"))
    }

    @Test func backsUpAndChecks() async throws {
        #expect(await weekly.sennight("store", "check").status == 2)
        _ = await weekly.sennight("subscribers", "add", "ann@example.org")
        #expect(await weekly.sennight("store", "backup", "copy.sqlite").status == 0)
        let again = await weekly.sennight("store", "backup", "copy.sqlite")
        #expect(again.status == 2)
        #expect(again.errors == "copy.sqlite: error: the file exists already. Name a new file\n")
        #expect(await weekly.sennight("store", "rotate-keys").output == "New links are signed with key 2.\n")
        let check = await weekly.sennight("store", "check", "--format", "json")
        #expect(check.status == 0)
        #expect(check.output.contains(#""subscribers": 1"#))
    }

    @Test func saysThatAnImportWasADryRun() async throws {
        try weekly.scratch.write("list.csv", "email\nann@example.org\n")
        let dry = await weekly.sennight("subscribers", "import", "list.csv")
        #expect(dry.output == "list.csv: 1 row from another program\n  1 would be added as active\n")
        #expect(dry.errors == "This was a dry run. Pass --write to import the list.\n")
        let run = await weekly.sennight("subscribers", "import", "list.csv", "--write", "--format", "json")
        #expect(run.output.contains(#""written": true"#))
        let missing = await weekly.sennight("subscribers", "import", "none.csv", "--write")
        #expect(missing.status == 2)
        #expect(missing.errors.hasPrefix("none.csv: error: No such file or directory."))
    }
}

@Suite struct MailCommandTests {
    /// The header would have another address than the one that was asked for.
    @Test func refusesAnAddressThatTheHeaderWouldChange() async throws {
        let weekly = try WeeklyFolder()
        let run = await weekly.sennight("mail", "--to", "\"a b\"@example.org")
        #expect(run.status == 2)
        #expect(run.errors.contains("can't be written into a message"))
    }
}
