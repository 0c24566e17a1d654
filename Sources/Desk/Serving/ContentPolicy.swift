internal import Crypto
internal import Foundation

/// What a browser loads and runs on the pages of the preview (Content Security Policy Level 3).
///
/// Scripts run if they are files of the site or are written in a theme's template, not if they came into a page with an
/// entry's text. Pictures, media and frames may come from anywhere, as in issues.
struct ContentPolicy: Sendable {
    /// The value of the field.
    let text: String

    /// - Parameters:
    ///   - templates: the texts of the theme's templates.
    ///   - reloadScript: what is printed for `{{{live_reload}}}`.
    init(templates: some Sequence<String>, reloadScript: String) {
        let scripts = templates.flatMap { Self.inlineScripts(in: $0) }
            .map { $0 == "{{{live_reload}}}" ? reloadScript : String($0) }
        // What such a script will be isn't known before a page is made.
        let isKnown = !scripts.contains { $0.contains("{{") }
        let sources = isKnown ? Set(scripts.map(Self.hash)).sorted() : ["'unsafe-inline'"]
        text = [
            "default-src 'self'", "script-src \((["'self'"] + sources).joined(separator: " "))",
            "style-src 'self' 'unsafe-inline'", "img-src * data:", "media-src *", "font-src * data:", "frame-src *",
            "object-src 'none'", "base-uri 'self'", "frame-ancestors 'self'",
        ].joined(separator: "; ")
    }

    /// The contents of `<script>` elements without an address that a browser would run.
    static func inlineScripts(in template: String) -> [Substring] {
        var scripts: [Substring] = []
        var rest = template[...]
        while let start = rest.firstRange(of: "<script"), let open = rest[start.upperBound...].firstIndex(of: ">"),
            let end = rest[open...].firstRange(of: "</script")
        {
            let attributes = rest[start.upperBound..<open]
            let content = rest[rest.index(after: open)..<end.lowerBound]
            if !attributes.contains("src="), !attributes.contains("json"), !content.isEmpty { scripts.append(content) }
            rest = rest[end.upperBound...]
        }
        return scripts
    }

    private static func hash(_ script: String) -> String {
        "'sha256-\(Data(SHA256.hash(data: Data(script.utf8))).base64EncodedString())'"
    }
}
