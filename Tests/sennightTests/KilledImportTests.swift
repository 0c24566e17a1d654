#if os(Linux)
    import TestKit
    import Testing

    /// An import that is killed while it writes leaves the store as it was.
    @Suite(.serialized, .startsProcesses)
    struct KilledImportTests {
        @Test(arguments: [4, 60]) func importsAllOrNothing(changes: Int) async throws {
            let weekly = try WeeklyFolder()
            let count = 20_000
            let list = "email\n" + (0..<count).map { "a\($0)@example.org\n" }.joined()
            let file = try weekly.scratch.write("list.csv", list)
            #expect(await weekly.sennight("subscribers", "add", "ann@example.org").status == 0)
            try CommandRun.killed(
                after: changes, below: weekly.scratch.path(".sennight"), ["subscribers", "import", file, "--write"],
                in: weekly.scratch.path)
            let check = await weekly.sennight("store", "check")
            #expect(check.status == 0)
            #expect(
                check.output.contains(", 1 subscriber,")
                    || check.output.contains(", \(count + 1) subscribers,"), "\(check.output)")
            #expect(await weekly.sennight("subscribers", "import", file, "--write").status == 0)
            #expect(await weekly.sennight("store", "check").output.contains(", \(count + 1) subscribers,"))
        }
    }
#endif
