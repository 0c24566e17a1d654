import Newsletter
import Testing

@testable import Collect
@testable import Settings

/// What sources declare against what they read.
@Suite struct DeclaredKeysTests {
    private func settings(_ example: SettingValue, source: String) throws -> SourceSettings {
        let yaml = YAMLText.lines(of: [("k", example)]).map { $0 + "\n" }.joined()
        guard case .mapping(let members) = try SettingsText.tree(of: yaml, file: "s.yaml").form,
            let tree = members.first
        else { throw Diagnostics([]) }
        return SourceSettings(source: source, name: source, file: "s.yaml", values: tree.value)
    }

    private func example(_ type: any Source.Type) -> SettingValue {
        guard case .mapping(let own) = SettingType.mapping(type.keys).example else { return "" }
        return .mapping([("source", .text(type.name))] + own)
    }

    private func read(_ type: any Source.Type, _ settings: SourceSettings) -> (faults: [Diagnostic], keys: Set<String>)
    {
        func read<Kind: Source>(_ type: Kind.Type) -> (faults: [Diagnostic], keys: Set<String>) {
            let faults = SettingsFaults(file: "s.yaml", recordsKeys: true)
            do throws(Diagnostics) {
                _ = try settings.read(type.declaration.mapping, faults: faults) { Kind($0) }
            } catch {
                return (error.all, faults.keysRead)
            }
            return ([], faults.keysRead)
        }
        return read(type)
    }

    @Test(arguments: allSources.map { $0.name })
    func readsEveryKeyThatIsDeclaredAndNoOther(name: String) throws {
        let type = try #require(allSources.first { $0.name == name })
        let (faults, keys) = read(type, try settings(example(type), source: name))
        #expect(faults == [])
        #expect(keys.sorted() == type.keys.paths().sorted())
    }

    @Test(arguments: allSources.map { $0.name })
    func catchesATypoInEveryKey(name: String) throws {
        let type = try #require(allSources.first { $0.name == name })
        for (typo, key, _) in type.keys.typos() {
            guard case .mapping(let own) = typo else { continue }
            let faults = read(type, try settings(.mapping([("source", .text(name))] + own), source: name)).faults
            let found = faults.contains { fault in
                fault.summary.hasPrefix("unknown key '\(key)x' in '\(name)") && fault.remedy == "Did you mean '\(key)'?"
            }
            #expect(found, "\(key)x: \(faults.map(\.description))")
        }
    }

    @Test(arguments: [
        (
            "{ source: icalendar, days: 14, calendars: [{ url: https://a.example/c.ics }] }",
            "'icalendar.days' is now 'events.days'"
        ),
        (
            "{ source: discourse, forum: https://f.example, topic: 7, brings: tasks }",
            "'discourse.brings' is now 'collects'"
        ),
    ])
    func refusesFormerKeysAndNamesTheNewOne(item: String, fault: String) throws {
        #expect(try faults("  - \(item)\n").first?.contains("error: \(fault). Write '") == true)
    }
}

extension SettingsMapping {
    fileprivate func paths(_ prefix: String = "") -> [String] {
        settings.flatMap { setting -> [String] in
            let path = prefix.isEmpty ? setting.key : "\(prefix).\(setting.key)"
            guard let mapping = setting.type.mapping else { return [path] }
            if case .list = setting.type { return [path] + mapping.paths(path + "[]") }
            return [path] + mapping.paths(path)
        }
    }

    /// The example with an `x` at the end of one key at a time.
    fileprivate func typos() -> [(settings: SettingValue, key: String, isOpen: Bool)] {
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
