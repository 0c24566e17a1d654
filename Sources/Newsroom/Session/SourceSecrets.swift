internal import Address
internal import Context
internal import Newsletter

extension Redactor {
    /// Adds the passwords, keys and secret paths in the addresses in the settings of sources.
    func learn(_ sources: [SourceSettings]) {
        for source in sources { learn(source.values, isCalendar: source.source == "icalendar") }
    }

    private func learn(_ tree: SettingsTree, isCalendar: Bool) {
        switch tree.form {
        case .text(let text):
            for secret in URLSecrets.secrets(in: text, isCalendar: isCalendar) { add(secret) }
        case .list(let items):
            for item in items { learn(item, isCalendar: isCalendar) }
        case .mapping(let members):
            for member in members { learn(member.value, isCalendar: isCalendar) }
        }
    }
}
