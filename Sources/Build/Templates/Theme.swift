package import Context
internal import Mustache
internal import Newsletter
internal import Text

/// The templates and the style sheet: the shipped ones, with files overridden by the publication's own.
package struct Theme: Sendable {
    /// The source of each template by name, without `.mustache`.
    package let templates: [String: String]
    package let styleSheet: [UInt8]
    let mustache: MustacheLibrary
    let fingerprint: Fingerprint

    /// The fingerprint of the overriding files.
    private let overrides: Fingerprint

    /// Reads a publication's overrides from its theme folder.
    ///
    /// - Parameter known: the theme of the last build, reused if no file has changed.
    /// - Throws: ``Diagnostics`` for all faults of the overrides: unknown names, templates that can't be parsed,
    ///   unknown files.
    package init(overridesIn folder: String, files: Files, remembering known: Theme? = nil) throws {
        let found = try files.list(folder).map { (path: $0.path, bytes: try files.read("\(folder)/\($0.path)")) }
        var mixer = FingerprintMixer()
        for file in found {
            mixer.add(.text(file.path))
            mixer.add(file.bytes)
        }
        let overrides = mixer.fingerprint
        if let known, known.overrides == overrides {
            self = known
            return
        }
        var templates = ShippedTheme.templates
        var styleSheet = ShippedTheme.styleSheet
        var faults: [Diagnostic] = []
        for file in found {
            let path = "\(folder)/\(file.path)"
            if file.path == "style.css" {
                styleSheet = file.bytes
                continue
            }
            let name = file.path.hasSuffix(".mustache") ? String(file.path.dropLast(9)) : ""
            guard templates[name] != nil else {
                let nearest = ClosestMatch.of(name, among: templates.keys).map { "Did you mean '\($0).mustache'?" }
                faults.append(
                    Diagnostic(
                        "the theme has no file with this name",
                        remedy: nearest
                            ?? "Known files: style.css, \(templates.keys.sorted().joined(separator: ", "))",
                        file: path, severity: .error))
                continue
            }
            templates[name] = String(decoding: file.bytes, as: UTF8.self)
            faults += TemplateChecker.faults(of: file.bytes, file: path, partials: Set(templates.keys))
        }
        var compiled: [String: MustacheTemplate] = [:]
        for (name, text) in templates.sorted(by: { $0.key < $1.key }) {
            let file = "\(folder)/\(name).mustache"
            do {
                compiled[name] = try MustacheTemplate(string: text)
            } catch {
                // An unclosed tag has already been reported.
                if !faults.contains(where: { $0.file == file }) {
                    faults.append(TemplateFault.diagnostic(of: error, file: file))
                }
            }
        }
        if faults.isEmpty, let cycle = TemplateCycle.first(in: templates) {
            faults.append(
                Diagnostic(
                    "the template includes itself (\(cycle.joined(separator: " > ")))",
                    remedy: "Remove one of the '{{> …}}' tags that form this cycle",
                    file: "\(folder)/\(cycle[0]).mustache"))
        }
        guard faults.isEmpty else { throw Diagnostics(faults) }
        self.templates = templates
        self.styleSheet = styleSheet
        self.overrides = overrides
        mustache = MustacheLibrary(templates: compiled)
        mixer = FingerprintMixer()
        for (name, text) in templates.sorted(by: { $0.key < $1.key }) {
            mixer.add(.text(name))
            mixer.add(.text(text))
        }
        mixer.add(styleSheet)
        fingerprint = mixer.fingerprint
    }
}
