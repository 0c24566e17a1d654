internal import HTTPTypes
internal import Hummingbird

/// A page that is ready to be sent; it is the same for everybody.
struct SubscriptionPage: Sendable {
    let status: HTTPResponse.Status
    let html: ByteBuffer
    let fields: HTTPFields

    func response(isHead: Bool) -> Response {
        var headers = fields
        headers[.contentLength] = String(html.readableBytes)
        return Response(
            status: status, headers: headers, body: isHead ? ResponseBody() : ResponseBody(byteBuffer: html))
    }
}
