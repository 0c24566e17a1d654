import Testing

@testable import Draft

/// The rules of merging, one by one.
@Suite struct MergeRulesTests {
    private static let head = "Title: Weekly 1\nNumber: 1\nDate: 2026-03-04\n\nHello!\n\n"

    private func merge(_ base: String, _ main: String, _ branch: String) -> (text: String, outcome: IssueMerge.Outcome)
    {
        let outcome = IssueMerge.merge(
            base: Array((Self.head + base).utf8), main: Array((Self.head + main).utf8),
            branch: Array((Self.head + branch).utf8))
        let text = String(decoding: outcome.bytes, as: UTF8.self)
        return (text.hasPrefix(Self.head) ? String(text.dropFirst(Self.head.count)) : text, outcome)
    }

    @Test func keepsWhatBothAddedAtOneSpot() {
        let (text, outcome) = merge(
            "### News\n\n### Tools\n", "### News\n* [A](https://a.org)\n\n### Tools\n",
            "### News\n* [B](https://b.org)\n\n### Tools\n")
        #expect(text == "### News\n* [A](https://a.org)\n* [B](https://b.org)\n\n### Tools\n")
        #expect(outcome.conflicts.isEmpty && outcome.notes.isEmpty)
    }

    @Test func takesABlankLineAboveAFirstEntryForTheHeadings() {
        let (text, _) = merge(
            "### News\n\n### Tools\n", "### News\n* [A](https://a.org)\n\n### Tools\n",
            "### News\n\n* [B](https://b.org)\n\n### Tools\n")
        #expect(text == "### News\n* [A](https://a.org)\n* [B](https://b.org)\n\n### Tools\n")
    }

    @Test func takesABlankLineAboveAFirstEntryForTheComments() {
        let comment = "<!-- * [Title](URL) -->\n"
        let (text, _) = merge(
            "### News\n\(comment)\nBye.\n", "### News\n\(comment)* [A](https://a.org)\n\nBye.\n",
            "### News\n\(comment)\n* [B](https://b.org)\n\nBye.\n")
        #expect(text == "### News\n\(comment)* [A](https://a.org)\n* [B](https://b.org)\n\nBye.\n")
    }

    @Test func keepsTheBlankLineBelowAHeadingWhoseOldEntriesAreGone() {
        let base = "### News\n\n* [A](https://a.org)\n\n### Tools\n"
        let (text, _) = merge(
            base, "### News\n\n### Tools\n", base.replacing("a.org)\n", with: "a.org)\n* [B](https://b.org)\n"))
        #expect(text == "### News\n\n* [B](https://b.org)\n\n### Tools\n")
    }

    @Test func leavesTheBlankLinesOfAMovedEntrysOldPlaceBehind() {
        let (text, _) = merge(
            "### News\n* [A](https://a.org)\n\n* [B](https://b.org)\n",
            "### News\n* [B](https://b.org)\n* [A](https://a.org)\n",
            "### News\n\n* [C](https://c.org)\n\n* [A](https://a.org)\n\n* [B](https://b.org)\n")
        #expect(text.contains("* [B](https://b.org)\n* [A](https://a.org)\n"))
    }

    @Test func putsNoBlankLineIntoAListWhoseFirstEntryIsAnother() {
        let base = "### News\n\n* [A](https://a.org)\n* [B](https://b.org)\n* [C](https://c.org)\n"
        let withoutA = base.replacing("* [A](https://a.org)\n", with: "")
        #expect(
            merge(base, base.replacing("* [A]", with: "* [N](https://n.org)\n* [A]"), withoutA).text
                == "### News\n\n* [N](https://n.org)\n* [B](https://b.org)\n* [C](https://c.org)\n")
        let reordered = "### News\n\n* [C](https://c.org)\n* [A](https://a.org)\n* [B](https://b.org)\n"
        #expect(
            merge(base, reordered, withoutA).text == "### News\n\n* [C](https://c.org)\n* [B](https://b.org)\n")
        #expect(
            merge(base, withoutA, reordered).text == "### News\n\n* [C](https://c.org)\n* [B](https://b.org)\n")
    }

    @Test func keepsMainsLineEnds() {
        let base = Array("\(Self.head)### News\n* [A](https://a.org)\n\n### Tools\n".utf8)
        let main = LineEnds.lineFeed.applied(to: base + Array("* [T](https://t.org)\n".utf8))
        let branch = String(decoding: base, as: UTF8.self).replacing(
            "### Tools", with: "* [B](https://b.org)\n\n### Tools")
        let returned = LineEnds.carriageReturnAndLineFeed
        let merged = IssueMerge.merge(base: base, main: main, branch: Array(branch.utf8)).bytes
        #expect(
            IssueMerge.merge(base: base, main: main, branch: returned.applied(to: Array(branch.utf8))).bytes == merged)
        #expect(
            IssueMerge.merge(base: base, main: returned.applied(to: main), branch: Array(branch.utf8)).bytes
                == returned.applied(to: merged))
        #expect(returned.applied(to: merged).count == merged.count + merged.count { $0 == 0x0A })
        #expect(LineEnds.lineFeed.applied(to: returned.applied(to: merged)) == merged)
    }

    @Test func listsOnceWhatBothAdded() {
        let (text, outcome) = merge(
            "### News\n", "### News\n* [A title](https://a.org/x)\n",
            "### News\n* [video] [Another](http://www.a.org/x/?utm_source=y)\n")
        #expect(text == "### News\n* [video] [A title](https://a.org/x)\n")
        #expect(outcome.conflicts.isEmpty)
        #expect(outcome.notes.count == 1)
    }

    @Test func removesWhatOneSideRemoved() {
        let base = "### News\n* [A](https://a.org)\n* [B](https://b.org)\n"
        let (text, outcome) = merge(base, "### News\n* [B](https://b.org)\n", base + "* [C](https://c.org)\n")
        #expect(text == "### News\n* [B](https://b.org)\n* [C](https://c.org)\n")
        #expect(outcome.notes.isEmpty)
    }

    @Test func keepsAndReportsWhatWasRemovedHereAndChangedThere() {
        let (text, outcome) = merge(
            "### News\n* [A](https://a.org)\n* [B](https://b.org)\n", "### News\n* [B](https://b.org)\n",
            "### News\n* [A, reworded](https://a.org)\n* [B](https://b.org)\n")
        #expect(text.contains("* [A, reworded](https://a.org)\n"))
        #expect(outcome.conflicts.isEmpty)
        #expect(outcome.notes.first?.contains("removed in main and changed in branch") == true)
    }

    @Test func mergesFieldByField() {
        let (text, outcome) = merge(
            "### News\n* [A](https://a.org/1)\n", "### News\n* [video] [A](https://a.org/1)\n",
            "### News\n* [A](https://a.org/2)\n")
        #expect(text == "### News\n* [video] [A](https://a.org/2)\n")
        #expect(outcome.conflicts.isEmpty)
    }

    @Test func mergesTheFieldsOfAnEvent() {
        func event(_ date: String, _ place: String, _ title: String) -> String {
            "### Europe\n* \(date) | \(place) | [Group](https://g.org)\n    * [**\(title)**](https://g.org/1)\n"
        }
        let (text, outcome) = merge(
            event("2026-03-10", "Berlin, DE", "Tea"), event("2026-03-10", "Bonn, DE", "Tea"),
            event("2026-03-10", "Berlin, DE", "Green tea"))
        #expect(text == event("2026-03-10", "Bonn, DE", "Green tea"))
        #expect(outcome.conflicts.isEmpty)
    }

    @Test func marksOnlyWhatContradicts() {
        let (text, outcome) = merge(
            "### News\n* [A](https://a.org)\n* [B](https://b.org)\n",
            "### News\n* [A one](https://a.org)\n* [B](https://b.org)\n",
            "### News\n* [A two](https://a.org)\n* [B](https://b.org)\n* [C](https://c.org)\n")
        #expect(
            text
                == "### News\n<<<<<<< main\n* [A one](https://a.org)\n=======\n* [A two](https://a.org)\n>>>>>>> branch\n"
                + "* [B](https://b.org)\n* [C](https://c.org)\n")
        #expect(outcome.conflicts == ["'* [A one](https://a.org)': both sides changed the title"])
    }

    @Test func followsAMoveToAnotherSectionAndTakesTheEditAlong() {
        let (text, outcome) = merge(
            "### News\n* [A](https://a.org)\n\n### Tools\n* [T](https://t.org)\n",
            "### News\n\n### Tools\n* [T](https://t.org)\n* [A](https://a.org)\n",
            "### News\n* [A, reworded](https://a.org)\n\n### Tools\n* [T](https://t.org)\n")
        #expect(text == "### News\n\n### Tools\n* [T](https://t.org)\n* [A, reworded](https://a.org)\n")
        #expect(outcome.conflicts.isEmpty && outcome.notes.isEmpty)
    }

    @Test(arguments: [
        ("2026-03-10", "2026-03-10 18:00–20:00 Europe/Madrid"), ("22/11/2026", "22/11/2026 18:00"),
        ("22 de noviembre", "22 de noviembre 18:00"),
    ])
    func mergesATimeOfDayWithAnotherPlace(date: String, timed: String) {
        func event(_ date: String, _ place: String) -> String {
            "### Europe\n* \(date) | \(place) | [Group](https://g.org)\n    * [**Tea**](https://g.org/1)\n"
        }
        let (text, outcome) = merge(event(date, "Berlin, DE"), event(timed, "Berlin, DE"), event(date, "Bonn, DE"))
        #expect(text == event(timed, "Bonn, DE"))
        #expect(outcome.conflicts.isEmpty)
    }

    /// The group's page isn't what makes an event.
    @Test func keepsTwoEventsOfOneGroupInAnotherForm() {
        func event(_ date: String, _ name: String) -> String {
            "* \(date) | Bonn, DE | [Group](https://g.org)\n    * [**\(name)**](https://g.org/\(name))\n"
        }
        let head = "### Europe\n"
        let (text, outcome) = merge(
            head, head + event("22/11/2026", "tea"), head + event("29/11/2026", "coffee"))
        #expect(text == head + event("22/11/2026", "tea") + event("29/11/2026", "coffee"))
        #expect(outcome.conflicts.isEmpty)
    }

    @Test func keepsAHybridEventInBothItsRegions() {
        let event = "* 2026-03-10 | Hybrid (Bonn, DE) | [G](https://g.org)\n    * [**Tea**](https://g.org/1)\n"
        let (text, _) = merge(
            "### Virtual\n\n### Europe\n", "### Virtual\n\(event)\n### Europe\n", "### Virtual\n\n### Europe\n\(event)")
        #expect(text == "### Virtual\n\(event)\n### Europe\n\(event)")
    }

    @Test func putsALinkOnceThatBothAddedInDifferentSections() {
        let (text, outcome) = merge(
            "### News\n\n### Tools\n", "### News\n* [A](https://a.org)\n\n### Tools\n",
            "### News\n\n### Tools\n* [A](https://a.org)\n")
        #expect(text == "### News\n* [A](https://a.org)\n\n### Tools\n")
        #expect(outcome.notes.count == 1)
    }

    @Test func keepsDuplicatesThatASideHad() {
        let twice = "### News\n* [A](https://a.org)\n* [A](https://a.org)\n"
        let (text, _) = merge(twice, twice + "* [B](https://b.org)\n", twice + "* [C](https://c.org)\n")
        #expect(text == twice + "* [B](https://b.org)\n* [C](https://c.org)\n")
    }

    @Test func takesALinkWithoutItsBulletForAnEntry() {
        let (text, _) = merge(
            "### News\n* [A](https://a.org)\n\n", "### News\n* [A](https://a.org)\n* [B](https://b.org)\n\n",
            "### News\n* [A](https://a.org)\n[video] [C](https://c.org)\n\n")
        #expect(text == "### News\n* [A](https://a.org)\n* [B](https://b.org)\n[video] [C](https://c.org)\n\n")
    }

    @Test func mergesProseByItsWords() {
        let (text, outcome) = merge(
            "## Updates\n\n461 pull requests were [merged][m]\n", "## Updates\n\n470 pull requests were [merged][m]\n",
            "## Updates\n\n461 pull requests were [merged in the last week][m]\n")
        #expect(text == "## Updates\n\n470 pull requests were [merged in the last week][m]\n")
        #expect(outcome.conflicts.isEmpty)
    }

    @Test func followsSectionsThatAreAddedRenamedAndDeleted() {
        let (text, _) = merge(
            "## News\n* [A](https://a.org)\n\n## Old\n* [O](https://o.org)\n\n## Jobs\n",
            "## The News\n* [A](https://a.org)\n\n## Jobs\n",
            "## News\n* [A](https://a.org)\n* [B](https://b.org)\n\n## Old\n* [O](https://o.org)\n\n## New\n* [N](https://n.org)\n\n## Jobs\n"
        )
        #expect(
            text
                == "## The News\n* [A](https://a.org)\n* [B](https://b.org)\n\n## New\n* [N](https://n.org)\n\n## Jobs\n"
        )
    }

    @Test func keepsADeletedSectionThatGainedEntries() {
        let (text, outcome) = merge(
            "## News\n\n## Old\n* [O](https://o.org)\n\n## Jobs\n", "## News\n\n## Jobs\n",
            "## News\n\n## Old\n* [O](https://o.org)\n* [New](https://new.org)\n\n## Jobs\n")
        #expect(text == "## News\n\n## Old\n* [New](https://new.org)\n\n## Jobs\n")
        #expect(outcome.notes.contains { $0.contains("the section '## Old' was removed in main") })
    }

    @Test func leavesCommentsAndConflictMarkersOfASideAlone() {
        let markers = "<<<<<<< HEAD\n* [X](https://x.org)\n=======\n* [Y](https://y.org)\n>>>>>>> other\n"
        let base = "## News\n<!-- links\n\n* [example](https://example.org)\n-->\n\n" + markers
        let (text, outcome) = merge(base, base + "* [A](https://a.org)\n", base + "* [B](https://b.org)\n")
        #expect(text == base + "* [A](https://a.org)\n* [B](https://b.org)\n")
        #expect(outcome.conflicts.isEmpty)
    }

    @Test func addsALineEndWhereAFileHadNone() {
        let (text, _) = merge(
            "## News\n* [A](https://a.org)", "## News\n* [A](https://a.org)\n* [B](https://b.org)",
            "## News\n* [A](https://a.org)\n* [C](https://c.org)")
        #expect(text == "## News\n* [A](https://a.org)\n* [B](https://b.org)\n* [C](https://c.org)")
    }

    @Test func survivesNeighboursThatWereMovedPastEachOther() {
        let base = "## News\n* [A](https://a.org)\n* [X](https://x.org)\n* [B](https://b.org)\n"
        let (text, outcome) = merge(
            base, "## News\n* [B](https://b.org)\n* [A](https://a.org)\n", base + "* [C](https://c.org)\n")
        #expect(text == "## News\n* [B](https://b.org)\n* [C](https://c.org)\n* [A](https://a.org)\n")
        #expect(outcome.conflicts.isEmpty)
    }

    @Test func mergesHeaderLines() {
        let outcome = IssueMerge.merge(
            base: Array("Title: W\nDate: 2026-01-01\n\nText\n".utf8),
            main: Array("Title: W 2\nDate: 2026-01-01\n\nText\n".utf8),
            branch: Array("Title: W\nDate: 2026-01-08\n\nText\n".utf8))
        #expect(String(decoding: outcome.bytes, as: UTF8.self) == "Title: W 2\nDate: 2026-01-08\n\nText\n")
    }
}
