internal import HTTPTypes
internal import Hummingbird

/// Answers only requests that are meant for this machine, and adds security fields to responses.
struct GuardedResponder<Inner: HTTPResponder>: HTTPResponder {
    let inner: Inner
    let hosts: AllowedHosts
    /// Returns the current content security policy; nil for none.
    let policy: @Sendable () -> ContentPolicy?

    func respond(to request: Request, context: Inner.Context) async throws -> Response {
        guard hosts.contains(request.head.authority) else {
            return guarded(
                Response(
                    status: .misdirectedRequest, headers: [.contentType: "text/plain; charset=utf-8"],
                    body: ResponseBody(
                        byteBuffer: ByteBuffer(
                            string: "This server only accepts requests to localhost. Add other names with --host.\n")))
            )
        }
        do {
            return guarded(try await inner.respond(to: request, context: context))
        } catch let error as HTTPError {
            return guarded(Response(status: error.status))
        }
    }

    private func guarded(_ response: Response) -> Response {
        var response = response
        response.headers[.xContentTypeOptions] = "nosniff"
        if let policy = policy() { response.headers[.contentSecurityPolicy] = policy.text }
        return response
    }
}
