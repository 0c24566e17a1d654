internal import Crypto
internal import Foundation

/// The policy for what a browser may load and run on pages of the preview (Content Security Policy Level 3).
///
/// Scripts run if they are files of the site or part of a theme's template, but not if they got into a page through an
/// entry's text. Images, media and frames may come from anywhere, as in issues.
struct ContentPolicy: Sendable {
    /// The value of the `Content-Security-Policy` field.
    let text: String

    /// - Parameters:
    ///   - templates: the source of the theme's templates.
    ///   - reloadScript: what `{{{live_reload}}}` is replaced with.
    init(templates: some Sequence<String>, reloadScript: String) {
        let scripts = templates.flatMap { Self.inlineScripts(in: $0) }
            .map { $0 == "{{{live_reload}}}" ? reloadScript : String($0) }
        // Such a script isn't known before the page is rendered.
        let isKnown = !scripts.contains { $0.contains("{{") }
        let sources = isKnown ? Set(scripts.map(Self.hash)).sorted() : ["'unsafe-inline'"]
        text = [
            "default-src 'self'", "script-src \((["'self'"] + sources).joined(separator: " "))",
            "style-src 'self' 'unsafe-inline'", "img-src * data:", "media-src *", "font-src * data:", "frame-src *",
            "object-src 'none'", "base-uri 'self'", "frame-ancestors 'self'",
        ].joined(separator: "; ")
    }

    /// The contents of inline `<script>` elements that a browser would run.
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
