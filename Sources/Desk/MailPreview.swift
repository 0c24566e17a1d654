internal import Hummingbird

/// An issue's mail, for looking at it.
package struct MailPreview: Sendable {
    package var html: [UInt8]
    package var text: [UInt8]

    package init(html: [UInt8], text: [UInt8]) {
        self.html = html
        self.text = text
    }
}

/// Shows the mail of issues at `/mail/NUMBER/`, and the text part at `/mail/NUMBER/text`.
struct MailResponder: Sendable {
    /// The mail of the issue with a number; throws a `Diagnostic` or `Diagnostics` if there is none.
    let mail: @Sendable (_ issue: String) async throws -> MailPreview

    func add(to router: Router<BasicRequestContext>) {
        router.get("/mail/:issue") { _, context in
            try await response(to: context.parameters.require("issue")) { ($0.html, "text/html") }
        }
        router.get("/mail/:issue/text") { _, context in
            try await response(to: context.parameters.require("issue")) { ($0.text, "text/plain") }
        }
    }

    private func response(to issue: String, _ part: (MailPreview) -> (bytes: [UInt8], type: String)) async -> Response {
        do {
            let (bytes, type) = part(try await mail(issue))
            return Response(
                status: .ok, headers: [.contentType: "\(type); charset=utf-8", .cacheControl: "no-store"],
                body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
        } catch {
            // What is wrong with the settings or an issue is said in the browser as well as in the terminal.
            return Response(
                status: .notFound, headers: [.contentType: "text/plain; charset=utf-8"],
                body: ResponseBody(byteBuffer: ByteBuffer(string: "\(error)\n")))
        }
    }
}
