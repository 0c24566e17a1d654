internal import Build
internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Newsletter
internal import Newsroom

/// Shows the open draft at `draft/` below the site's root, and each draft at `draft/NAME/`.
struct DraftResponder: Sendable {
    let preview: DraftPreview
    /// The last site that could be built.
    let site: Latest<Site>

    /// The response to a path; nil if it isn't the path of a draft.
    func response(to path: String) async -> Response? {
        let site = site.value
        let folder = site.address.base + DraftLink.folder
        let decoded = path.removingPercentEncoding ?? path
        guard (decoded + "/").hasPrefix(folder) else { return nil }
        let name = decoded.dropFirst(folder.count).drop { $0 == "/" }
        let named = name.hasSuffix("/") ? name.dropLast() : name
        guard let page = await preview.page(named: named.isEmpty ? nil : String(named), on: site) else { return nil }
        guard decoded.hasSuffix("/") else {
            return Response(status: .found, headers: [.location: path + "/", .cacheControl: "no-store"])
        }
        return Response(
            status: page.showsDraft ? .ok : .notFound,
            headers: [.contentType: "text/html; charset=utf-8", .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: page.html)))
    }

    static var styleSheet: Response {
        Response(
            status: .ok, headers: [.contentType: "text/css; charset=utf-8", .cacheControl: "no-cache"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: DraftStyle.text)))
    }
}
