internal import Collect
package import Context
internal import Newsletter
internal import Publish
package import Settings
package import Text

/// Writes the output of `sennight settings`.
package enum SettingsView {
    /// The settings that are in effect, including defaults, as YAML and without secrets.
    ///
    /// - Throws: ``InvalidSettings`` and ``Diagnostics`` with every fault, including those of the sources' keys.
    package static func text(_ location: PublicationLocation, _ context: Context) throws -> String {
        let publication = try location.open(context.files).publication
        do {
            _ = try Collector(publication.sources)
            _ = try TargetList.targets(publication.publishing.allTargets)
        } catch {
            throw InvalidSettings(faults: error)
        }
        let text = try EffectiveSettings(kinds: declarations).yaml(
            of: try location.text(context.files), file: location.settings)
        context.redactor.learn(publication.sources)
        return context.redactor.redacted(text)
    }

    /// The JSON Schema of the settings.
    package static var schema: JSONText { SettingsSchema(kinds: declarations).json }

    /// The reference of all settings, in Markdown.
    package static var guide: String { SettingsGuide(kinds: declarations).text }

    static var declarations: [KindDeclaration] {
        allSources.map { $0.declaration } + allTargets.map { $0.declaration }
    }
}
