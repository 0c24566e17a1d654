import Newsletter
import Testing

@testable import Settings

/// What is declared against what is read.
@Suite struct DeclaredSettingsTests {
    /// What is wrong with settings, and the keys that were read.
    private func read(_ members: SettingValue) throws -> (faults: [Diagnostic], keysRead: Set<String>) {
        guard case .mapping(let members) = members else { return ([], []) }
        let yaml = YAMLText.lines(of: members).map { $0 + "\n" }.joined()
        let faults = SettingsFaults(file: "sennight.yaml", recordsKeys: true)
        let tree = try SettingsText.tree(of: yaml, file: "sennight.yaml")
        do {
            _ = try SettingsReader.publication(
                from: tree, faults: faults, redirects: .init(), guardedBody: { _, _ in "" })
        } catch {
            return (error.all, faults.keysRead)
        }
        return ([], faults.keysRead)
    }

    @Test func readsEveryKeyThatIsDeclaredAndNoOther() throws {
        let (faults, keysRead) = try read(SettingType.mapping(PublicationKeys.declared).example)
        #expect(faults == [])
        // `sources` reads the kind of each item; the rest is for the source.
        let declared = PublicationKeys.declared.paths()
        #expect(keysRead.sorted() == declared.sorted())
        #expect(declared.count > 100)
    }

    @Test func catchesATypoInEveryKey() throws {
        let typos = PublicationKeys.declared.typos()
        #expect(typos.count > 100)
        for (settings, key, isOpen) in typos where !isOpen {
            let faults = try read(settings).faults
            let found = faults.contains { fault in
                fault.summary.hasPrefix("unknown key '\(key)x'") && fault.remedy == "Did you mean '\(key)'?"
            }
            #expect(found, "\(key)x: \(faults.map(\.description))")
        }
    }

    @Test(arguments: [
        ("points: { jobs: https://j.example }", "'points' is now 'redirects'"),
        ("draft: { placeholders: { A: jobs } }", "'draft.placeholders' is now 'placeholders'"),
        ("draft: { duplicates: 3 }", "'draft.duplicates' is now 'look-back'"),
        ("draft: { events: { days: 3 } }", "'draft.events' is now 'events'"),
        ("draft: { none: [] }", "'draft.none' is now 'draft.empty-section-texts'"),
        ("checks: { last-issues: 3 }", "'checks.last-issues' is now 'look-back'"),
        ("checks: { event-days: 3 }", "'checks.event-days' is now 'events.days'"),
        ("checks: { placeholders: [A] }", "'checks.placeholders' is now 'placeholders'"),
        ("checks: { regions: { Nordics: [SE] } }", "'checks.regions' is now 'regions'"),
        ("checks: { virtual-headings: [Online] }", "'checks.virtual-headings' is now 'regions'"),
        ("sections: [{ kind: links, headings: A, tally: x }]", "'sections[1].tally' is now 'sections[].total'"),
    ])
    func refusesFormerKeysAndNamesTheNewOne(settings: String, fault: String) {
        let found = faults("title: W\nurl: https://example.org/\n" + settings)
        #expect(found.count == 1 && found.first?.contains(": error: \(fault). Write '") == true, "\(found)")
    }

    @Test func namesKeysThatExistInsteadOfFormerOnes() {
        let known = Set(PublicationKeys.declared.paths())
        for former in PublicationKeys.declared.allFormer() { #expect(known.contains(former.now), "\(former.key)") }
    }
}

extension SettingsMapping {
    /// The paths of all keys: `sections[].auto.best`.
    func paths(_ prefix: String = "") -> [String] {
        settings.flatMap { setting -> [String] in
            let path = SettingsValidation.path(prefix, setting.key)
            guard let mapping = setting.type.mapping else { return [path] }
            if case .list = setting.type { return [path] + mapping.paths(path + "[]") }
            return [path] + mapping.paths(path)
        }
    }

    func allFormer() -> [FormerSetting] { former + settings.flatMap { $0.type.mapping?.allFormer() ?? [] } }

    /// The example with an `x` at the end of one key at a time; whether keys of that mapping are declared elsewhere.
    func typos() -> [(settings: SettingValue, key: String, isOpen: Bool)] {
        let members = settings.map { (key: $0.key, value: $0.example) }
        return settings.enumerated().flatMap { index, setting in
            var misspelt = members
            misspelt[index].key += "x"
            let own = [(SettingValue.mapping(misspelt), setting.key, isOpen)]
            let inner = (setting.type.mapping?.typos() ?? []).map { typo in
                var changed = members
                changed[index].value = typo.settings
                if case .list = setting.type { changed[index].value = .list([typo.settings]) }
                return (SettingValue.mapping(changed), typo.key, typo.isOpen)
            }
            return own + inner
        }
    }
}
