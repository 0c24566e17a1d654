/// A value of the settings as it was written, for the code that knows its keys.
package struct SettingsTree: Hashable, Sendable {
    package indirect enum Form: Hashable, Sendable {
        /// A scalar, including one that YAML would read as a number, a date or a boolean.
        case text(String)
        case list([SettingsTree])
        case mapping([Member])
    }

    package struct Member: Hashable, Sendable {
        package var key: String
        package var location: SourceLocation
        package var value: SettingsTree

        package init(key: String, location: SourceLocation, value: SettingsTree) {
            self.key = key
            self.location = location
            self.value = value
        }
    }

    package var form: Form
    package var location: SourceLocation

    package init(_ form: Form, at location: SourceLocation) {
        self.form = form
        self.location = location
    }
}
