import Context
import Newsletter
import TestKit
import Testing

@testable import Draft

@Suite struct WorkingDraftTests {
    private func found(_ texts: [String: String], named: String? = nil) throws -> WorkingDraft {
        try WorkingDraft.find(MemoryFiles(texts).files, publication: Weekly.publication, named: named) { "root/" + $0 }
    }

    private let old = "Title: W\nDate: 2026-03-04\n\n## News\n"
    private let new = "Title: W\nDate: 2026-03-11\n\n## News\n"

    @Test func findsTheOneWithTheLatestDate() throws {
        let draft = try found([
            "root/draft/z.md": old, "root/draft/a.md": new, "root/draft/README.md": "About drafts\n",
            "root/draft/TEMPLATE": "$",
        ])
        #expect(draft.file == "draft/a.md")
        #expect(draft.path == "root/draft/a.md")
    }

    @Test func doesNotTakeAnOlderOneForOneThatCannotBeRead() throws {
        let error = #expect(throws: Diagnostics.self) {
            try found(["root/draft/a.md": old, "root/draft/b.md": "Title: W\nDate: 2026-02-30\n"])
        }
        #expect(
            error?.description
                == "draft/b.md:2:1: error: '2026-02-30' isn't a date. Write the date as YYYY-MM-DD")
    }

    @Test func takesAPathAsItWasTypedOrFromTheRoot() throws {
        let files = ["root/draft/a.md": old, "root/draft/more/b.md": new]
        #expect(try found(files, named: "root/draft/more/b.md").path == "root/draft/more/b.md")
        #expect(try found(files, named: "draft/a.md").path == "root/draft/a.md")
    }

    @Test func takesNothingForADraftThatLiesElsewhere() throws {
        let files = ["root/draft/a.md": old, "mine.md": new, "root/content/6.md": old]
        for (name, fault) in [
            ("mine.md", "this file isn't in the folder of drafts"), ("content/6.md", "this file is already an issue"),
        ] {
            let error = #expect(throws: Diagnostic.self) { try found(files, named: name) }
            #expect(error?.summary == fault)
        }
    }

    @Test func saysThatOneIsEmpty() throws {
        let error = #expect(throws: Diagnostic.self) {
            try found(["root/draft/a.md": " \n", "root/draft/README.md": "About drafts\n"])
        }
        #expect(error?.description.hasPrefix("root/draft/a.md: error: this draft is empty. ") == true)
    }

    @Test func saysThatThereIsNone() throws {
        let error = #expect(throws: Diagnostic.self) { try found([:]) }
        #expect(error?.description == "root/draft: error: no draft found. Create one with 'sennight draft'")
    }
}
