internal import Build
internal import Crypto
internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Newsletter

/// The pages of the server for subscriptions, in the publication's language. Nothing in them comes from a request.
struct SubscriptionPages: Sendable {
    /// Why a request wasn't granted.
    enum Failure: Hashable, Sendable {
        case path, method, link, address, limit, later
        case form(SubmittedForm.Fault)
    }

    /// The path of the server, with leading and trailing slashes.
    let base: String
    let subscribe, signedUp, confirm, confirmed, unsubscribe, unsubscribed: SubscriptionPage
    private let layout: SubscriptionLayout

    init(_ publication: Publication) {
        var served = publication
        served.address = publication.subscriptionServer
        base = SiteAddress(served).base
        let layout = SubscriptionLayout(publication)
        self.layout = layout
        subscribe = layout.page(
            "subscribe", "subscribe_sentence", form: layout.addressForm(action: base + "subscribe"))
        signedUp = layout.page("subscribe_check", "subscribe_check_sentence")
        confirm = layout.page("confirm_subscription", "confirm_subscription_sentence", form: layout.form("confirm"))
        confirmed = layout.page("subscribed", "subscribed_sentence")
        unsubscribe = layout.page(
            "unsubscribe", "unsubscribe_sentence",
            form: layout.form("unsubscribe", hidden: ("List-Unsubscribe", "One-Click")))
        unsubscribed = layout.page("unsubscribed", "unsubscribed_sentence")
    }

    func failure(_ failure: Failure) -> SubscriptionPage {
        switch failure {
        case .path: layout.page("not_found", "request_failed_path", status: .notFound)
        case .method:
            layout.page(
                "request_failed", "request_failed_method", status: .methodNotAllowed,
                fields: [.allow: "GET, HEAD, POST"])
        case .link: layout.page("link_invalid", "link_invalid_sentence", status: .notFound)
        case .address: layout.page("request_failed", "request_failed_address", status: .badRequest)
        case .limit:
            layout.page(
                "request_failed", "request_failed_limit", status: .tooManyRequests, fields: [.retryAfter: "3600"])
        case .later: layout.page("request_failed", "request_failed_later", status: .serviceUnavailable)
        case .form(let fault):
            layout.page(
                "request_failed", "request_failed_form", status: Self.status(of: fault),
                fields: fault == .tooLarge || fault == .tooSlow ? [.connection: "close"] : [:])
        }
    }

    private static func status(of fault: SubmittedForm.Fault) -> HTTPResponse.Status {
        switch fault {
        case .tooLarge: .contentTooLarge
        case .tooSlow: .requestTimeout
        case .incomplete: .badRequest
        case .type: .unsupportedMediaType
        }
    }
}

/// The frame of each page, independent of the theme: it works without scripts, on phones, and in the dark.
struct SubscriptionLayout: Sendable {
    private let title: String
    private let words: Localization

    init(_ publication: Publication) {
        title = publication.title
        words = publication.localization
    }

    /// - Parameters:
    ///   - heading: the name of a text, like `sentence`.
    ///   - form: HTML.
    func page(
        _ heading: String, _ sentence: String, form: String = "", status: HTTPResponse.Status = .ok,
        fields: HTTPFields = [:]
    ) -> SubscriptionPage {
        let html = """
            <!DOCTYPE html>
            <html lang="\(words.language)">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex">
            <meta name="color-scheme" content="light dark">
            <title>\(text(heading)) · \(Escaping.html(title))</title>
            <style>\(Self.style)</style>
            </head>
            <body>
            <main>
            <p class="title">\(Escaping.html(title))</p>
            <h1>\(text(heading))</h1>
            <p>\(text(sentence))</p>
            \(form)</main>
            </body>
            </html>

            """
        var all = Self.fields
        for field in fields { all[field.name] = field.value }
        return SubscriptionPage(status: status, html: ByteBuffer(string: html), fields: all)
    }

    /// A form with one button that sends a request to the page's own URL.
    func form(_ button: String, hidden: (name: String, value: String)? = nil) -> String {
        let input = hidden.map { "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">\n" } ?? ""
        return "<form method=\"post\">\n\(input)<button>\(text(button))</button>\n</form>\n"
    }

    func addressForm(action: String) -> String {
        """
        <form method="post" action="\(Escaping.html(action))">
        <label for="address">\(text("email_address"))</label>
        <input id="address" name="address" type="email" autocomplete="email" required maxlength="254">
        <button>\(text("subscribe"))</button>
        </form>

        """
    }

    private func text(_ name: String) -> String {
        Escaping.html(words[name].replacing("{title}", with: title))
    }

    private static let style = """
        :root{color-scheme:light dark;--ink:#221e1a;--paper:#fcfaf5;--accent:#9c2f1b}
        @media(prefers-color-scheme:dark){:root{--ink:#e8e2d8;--paper:#181614;--accent:#f2a188}}
        body{margin:0;background:var(--paper);color:var(--ink);font:1.1rem/1.55 Charter,Georgia,serif}
        main{max-width:34rem;margin:0 auto;padding:2rem 1.25rem;overflow-wrap:anywhere}
        h1{line-height:1.2}
        label,input,button{font-family:system-ui,sans-serif;font-size:1rem}
        label{display:block;margin-bottom:.4rem}
        input[type=email]{box-sizing:border-box;width:100%;max-width:24rem;padding:.6rem;margin-bottom:1rem;color:inherit;background:transparent;border:1px solid currentColor;border-radius:4px}
        button{display:block;padding:.6rem 1.4rem;color:var(--paper);background:var(--accent);border:0;border-radius:4px;cursor:pointer}
        :focus-visible{outline:3px solid var(--accent);outline-offset:2px}
        """

    /// Of every response: nothing is stored or indexed, no other site learns the token in the URL, and nothing is loaded
    /// or run but the style sheet.
    private static let fields: HTTPFields = {
        let hash = Data(SHA256.hash(data: Data(style.utf8))).base64EncodedString()
        var fields: HTTPFields = [
            .contentType: "text/html; charset=utf-8", .cacheControl: "no-store", .xContentTypeOptions: "nosniff",
            .contentSecurityPolicy:
                "default-src 'none'; style-src 'sha256-\(hash)'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
        ]
        for (name, value) in [("Referrer-Policy", "no-referrer"), ("X-Robots-Tag", "noindex")] {
            if let name = HTTPField.Name(name) { fields[name] = value }
        }
        return fields
    }()
}
