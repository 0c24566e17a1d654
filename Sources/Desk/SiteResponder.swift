internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Newsletter

/// Responds like a plain web server that has the site's files.
struct SiteResponder {
    let site: SiteCache
    let base: String

    func response(to path: String) throws -> Response {
        let path = path.removingPercentEncoding ?? path
        guard path.hasPrefix(base) else {
            return path == "/" || path + "/" == base ? redirect(to: base) : try notFound()
        }
        let relative = String(path.dropFirst(base.count))
        let file = SiteAddress.file(of: relative)
        if let bytes = try site.bytes(at: file) { return Self.response(bytes, .ok, type: Self.type(of: file)) }
        // An address without an ending, as in /2026/0107.
        let page = SiteAddress.pageFile(of: relative)
        if let bytes = try site.bytes(at: page) { return Self.response(bytes, .ok, type: Self.type(of: page)) }
        if site.has(SiteAddress.file(of: relative + "/")) { return redirect(to: path + "/") }
        return try notFound()
    }

    private func notFound() throws -> Response {
        Self.response(try site.bytes(at: "404.html") ?? [], .notFound, type: "text/html; charset=utf-8")
    }

    private func redirect(to path: String) -> Response {
        Response(status: .movedPermanently, headers: [.location: path])
    }

    private static func response(_ bytes: [UInt8], _ status: HTTPResponse.Status, type: String) -> Response {
        Response(
            status: status, headers: [.contentType: type, .cacheControl: "no-cache"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    private static func type(of file: String) -> String {
        switch file.split(separator: ".").last ?? "" {
        case "html": "text/html; charset=utf-8"
        case "css": "text/css; charset=utf-8"
        case "xml": "application/xml; charset=utf-8"
        case "json": "application/json"
        case "ics": "text/calendar; charset=utf-8"
        case "js": "text/javascript; charset=utf-8"
        case "txt": "text/plain; charset=utf-8"
        case "png": "image/png"
        case "jpg", "jpeg": "image/jpeg"
        case "gif": "image/gif"
        case "svg": "image/svg+xml"
        case "webp": "image/webp"
        case "ico": "image/x-icon"
        case "pdf": "application/pdf"
        default: "application/octet-stream"
        }
    }
}
