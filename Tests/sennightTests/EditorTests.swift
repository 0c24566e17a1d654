#if os(Linux)
    import Foundation
    import TestKit
    import Testing

    /// `choose` in a terminal, with the editors that people have.
    @Suite("choose with terminal editors", .serialized, .startsProcesses)
    struct EditorTests {
        struct Keys: Sendable, CustomTestStringConvertible {
            var editor: String
            /// What the editor shows once it can be typed in.
            var ready: String
            /// Puts `add` before the first candidate and `no` before the second, saves and leaves.
            var choose: String
            var leaveWithoutSaving: String
            /// What it shows, one after another, when it is interrupted.
            var interrupted: [String]
            /// Stops it.
            var stop: String
            /// Makes it show `ready` again after it was stopped, where it doesn't by itself.
            var redraw = ""

            var testDescription: String { editor }
            var isInstalled: Bool {
                let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
                return path.split(separator: ":").contains { folder in
                    FileManager.default.isExecutableFile(atPath: "\(folder)/\(editor.prefix { $0 != " " })")
                } || editor.hasPrefix("/")
            }
        }

        static let all = [
            Keys(
                editor: "vim -u NONE -N -n", ready: "to the draft, in its section",
                choose: ":%s/^[a-z]* *1 /add 1 /\r:%s/^[a-z]* *2 /no 2 /\r:wq\r", leaveWithoutSaving: ":q!\r",
                interrupted: ["exit Vim", "?25h"], stop: "\u{1A}"),
            // The sheet proposes just that; a comment is typed.
            Keys(
                editor: "nano --ignorercfiles", ready: "Location", choose: "# typed\r\u{F}\r\u{18}",
                leaveWithoutSaving: "\u{18}", interrupted: ["col "], stop: "\u{14}\u{1A}"),
            Keys(
                editor: "ed -p EDITING", ready: "EDITING",
                choose: ",s/^[a-z]* *1 /add 1 /\r,s/^[a-z]* *2 /no 2 /\rw\rq\r", leaveWithoutSaving: "q\r",
                interrupted: ["EDITING"], stop: "\u{1A}", redraw: "=\r"),
        ]

        private func weekly() throws -> WeeklyFolder {
            let weekly = try WeeklyFolder()
            let lines = (1...2).map { number in
                #"{"identity":"a.example/\#(number)","kind":"links","section":"Here","source":"s","title":"Tea \#(number)","url":"https://a.example/\#(number)"}"#
            }
            try weekly.scratch.write("candidates/7/s.jsonl", lines.joined(separator: "\n") + "\n")
            return weekly
        }

        /// The terminal with the sheet in the editor; nil where the editor isn't installed.
        private func choosing(_ keys: Keys, _ weekly: WeeklyFolder) throws -> PseudoTerminal? {
            guard keys.isInstalled else {
                print("skipped: \(keys.editor) isn't installed (scripts/setup --checks)")
                return nil
            }
            let terminal = try PseudoTerminal(
                in: weekly.scratch.path,
                environment: ["EDITOR": keys.editor, "SENNIGHT": try CommandRun.program(), "VISUAL": ""])
            try terminal.type("\"$SENNIGHT\" choose; echo \"STATUS $?\"\r")
            #expect(terminal.waits(for: "STATUS $?\""))
            #expect(terminal.waits(for: keys.ready), "\(terminal.rest)")
            return terminal
        }

        @Test(arguments: all)
        func decidesWhatWasSaved(keys: Keys) throws {
            let weekly = try weekly()
            guard let terminal = try choosing(keys, weekly) else { return }
            try terminal.type(keys.choose)
            #expect(terminal.waits(for: "1 added, 1 declined."), "\(terminal.rest)")
            #expect(terminal.waits(for: "STATUS 0"))
            #expect(try weekly.body.contains("[Tea 1](https://a.example/1)"))
            #expect(try weekly.decisions.split(separator: "\n").count == 2)
        }

        @Test(arguments: all)
        func decidesNothingWhenTheSheetWasNotSaved(keys: Keys) throws {
            let weekly = try weekly()
            let body = try weekly.body
            guard let terminal = try choosing(keys, weekly) else { return }
            try terminal.type(keys.leaveWithoutSaving)
            #expect(terminal.waits(for: "The sheet wasn't saved; nothing was decided."), "\(terminal.rest)")
            #expect(terminal.waits(for: "STATUS 0"))
            #expect(try weekly.body == body)
            #expect(try weekly.decisions.isEmpty)
        }

        @Test(arguments: all)
        func outlivesTheKeysThatInterruptAnEditor(keys: Keys) throws {
            let weekly = try weekly()
            guard let terminal = try choosing(keys, weekly) else { return }
            try terminal.type("\u{3}")
            for text in keys.interrupted { #expect(terminal.waits(for: text), "\(terminal.rest)") }
            try terminal.type(keys.choose)
            #expect(terminal.waits(for: "1 added, 1 declined."), "\(terminal.rest)")
            #expect(terminal.waits(for: "STATUS 0"))
            #expect(try weekly.body.contains("[Tea 1](https://a.example/1)"))
        }

        @Test(arguments: all)
        func stopsAndGoesOnWithTheEditor(keys: Keys) throws {
            let weekly = try weekly()
            guard let terminal = try choosing(keys, weekly) else { return }
            for _ in 0..<2 {
                try terminal.type(keys.stop)
                #expect(terminal.waits(for: "READY> "), "\(terminal.rest)")
                #expect(terminal.waitsForStop(), "\(terminal.processes)")
                try terminal.type("fg\r")
                // The shell prints the command once the terminal is no longer its own.
                #expect(terminal.waits(for: "choose"), "\(terminal.rest)")
                try terminal.type(keys.redraw)
                #expect(terminal.waits(for: keys.ready), "\(terminal.rest)")
            }
            try terminal.type(keys.choose)
            #expect(terminal.waits(for: "1 added, 1 declined."), "\(terminal.rest)")
            #expect(try weekly.body.contains("[Tea 1](https://a.example/1)"))
        }

        /// As one whose own key for stopping sends the signal to itself alone.
        @Test func stopsWithAnEditorThatStopsAlone() throws {
            let weekly = try weekly()
            let script = try weekly.scratch.write(
                "alone.sh", "#!/bin/sh\necho EDITING\nkill -STOP $$\ntouch \"$1\"\n")
            #expect(chmod(script, 0o755) == 0)
            let keys = Keys(
                editor: script, ready: "EDITING", choose: "", leaveWithoutSaving: "", interrupted: [],
                stop: "")
            let terminal = try #require(try choosing(keys, weekly))
            #expect(terminal.waits(for: "READY> "), "\(terminal.rest)")
            #expect(terminal.waitsForStop(), "\(terminal.processes)")
            try terminal.type("fg\r")
            #expect(terminal.waits(for: "added, "), "\(terminal.rest)")
            #expect(try weekly.decisions.split(separator: "\n").count == 2)
        }

        @Test(arguments: [
            ("true", "The sheet wasn't saved; nothing was decided.\n"), ("touch", "1 added, 1 declined.\n"),
            ("sh -c 'cp \"$0\" x; mv x \"$0\"'", "1 added, 1 declined.\n"),
            ("sed -i 's/^add/later/; s/^no/later/'", "0 added, 0 declined.\n"),
        ])
        func takesASaveForConsent(editor: String, message: String) throws {
            let weekly = try weekly()
            try weekly.scratch.write(
                "content/6.md",
                "Title: Weekly 6\nNumber: 6\nDate: 2999-03-03\n\n## News\n\n### Here\n\n* [Old](https://old.example/1)\n"
            )
            let run = try CommandRun.sennight(
                ["choose"], in: weekly.scratch.path, environment: ["VISUAL": "", "EDITOR": editor])
            #expect(run.status == 0 && run.errors == message, "\(run.errors)")
            #expect(try weekly.decisions.isEmpty == message.hasPrefix("The sheet"))
        }

        @Test(arguments: [
            ("exit 3; :", "the editor exited with status 3; nothing was changed"),
            ("no-such-editor", "the editor 'no-such-editor' can't be started (No such file or directory)"),
            ("kill -9 $$; :", "the editor was killed by signal 9; nothing was changed"), ("", "no text editor is set"),
        ])
        func saysHowTheEditorEnded(editor: String, message: String) throws {
            let weekly = try weekly()
            let run = try CommandRun.sennight(
                ["choose"], in: weekly.scratch.path, environment: ["VISUAL": "", "EDITOR": editor])
            #expect(try weekly.decisions.isEmpty)
            #expect(run.status == 2 && run.errors.contains(message), "\(run.errors)")
        }
    }
#endif
