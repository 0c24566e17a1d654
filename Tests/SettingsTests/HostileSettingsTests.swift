import Testing

/// Files that are no settings at all.
@Suite struct HostileSettingsTests {
    @Test func refusesAnEmptyFile() {
        #expect(faults("") == ["sennight.yaml: error: the settings are empty. Write at least 'title:' and 'url:'"])
        #expect(faults("# nothing\n").count == 1)
    }

    @Test func refusesWhatIsNoMapping() {
        #expect(
            faults("- a\n- b\n").first
                == "sennight.yaml:1:1: error: the file must be a mapping. Begin with 'title: …'")
        #expect(!faults("just words").isEmpty)
    }

    @Test func namesThePlaceWhereYAMLEnds() {
        let found = faults("title: \"W\nurl: [https://example.org/\n")
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix("sennight.yaml:3:1: error: the file isn't valid YAML: ") == true, "\(found)")
    }

    @Test func refusesAKeyThatIsWrittenTwice() {
        let found = faults("title: W\nurl: https://example.org/\ntitle: V\n")
        #expect(found.count == 1)
        #expect(
            found.first?.contains("error: this key is written twice: title. Keep one of the keys") == true, "\(found)")
    }

    @Test func survivesDeepNesting() {
        let deep = String(repeating: "[", count: 100_000)
        #expect(faults("title: W\nurl: https://example.org/\nsections: " + deep).count == 1)
    }

    @Test func survivesAliasesThatMultiply() {
        var text = "title: W\nurl: https://example.org/\nsections: &a0 [x, x]\n"
        for level in 1...40 { text += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
        #expect(faults(text).count == 1)
    }
}
