internal import Build
package import Context
internal import Newsletter
package import Settings
internal import Text

/// Compares the newest issues and the feeds of the published site with what a build would make now. This shows what was
/// edited and never deployed.
package struct PublishedComparison {
    private let context: Context
    private let location: PublicationLocation
    private let http: HTTP

    package init(_ location: PublicationLocation, context: Context, http: HTTP) {
        self.location = location
        self.context = context
        self.http = http
    }

    /// - Parameter count: how many of the newest issues to compare.
    /// - Returns: the pages from the newest issue on, then the feeds.
    /// - Throws: ``Diagnostics`` with what is wrong in the publication; then nothing has been requested.
    package func pages(ofLast count: Int) async throws -> [PublishedPage] {
        let site = try await Builder(
            context: context, location: location, publisher: .none(PublishingPlace(folder: "", jobs: 1)),
            jobs: context.environment.processors, program: context.environment.fingerprint()
        ).site()
        let issues = site.issues.summaries.suffix(max(0, count)).reversed().map(\.path)
        let feeds: [SiteAddress.Page] = [
            .feed(.atom, category: nil), .feed(.rss, category: nil), .feed(.json, category: nil),
        ]
        let outputs: [any Output] = [IssuePages(), AtomFeeds(), RSSFeeds(), JSONFeed()]
        let products = try outputs.flatMap { try $0.products(of: site) }
        let byPath = Dictionary(products.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
        var requests: [(url: String, bytes: [UInt8])] = []
        for path in issues + feeds.map(site.address.path(of:)) {
            // Pages have a file name, feeds are files themselves.
            guard let product = byPath[path] ?? byPath[SiteAddress.pageFile(of: path)],
                case .bytes(let render) = product.content
            else { continue }
            requests.append((site.address.url(path), try render()))
        }
        return await compared(requests)
    }

    /// All at once: the client limits the requests to one host.
    private func compared(_ requests: [(url: String, bytes: [UInt8])]) async -> [PublishedPage] {
        await withTaskGroup(of: (Int, PublishedPage).self) { group in
            for (index, request) in requests.enumerated() {
                group.addTask {
                    (index, PublishedPage(url: request.url, state: await state(of: request.url, built: request.bytes)))
                }
            }
            var pages: [Int: PublishedPage] = [:]
            for await (index, page) in group { pages[index] = page }
            return requests.indices.compactMap { pages[$0] }
        }
    }

    private func state(of url: String, built: [UInt8]) async -> PublishedPage.State {
        // A cache on the way must ask the site (RFC 9111, section 5.2.1.4).
        let request = HTTPRequest(
            url, headers: ["Cache-Control": "no-cache"], maximumBytes: Self.largest, timeout: 30, retries: 1)
        do throws(HTTPError) {
            let response = try await http.send(request)
            return switch response.status {
            case 200...299: .comparing(response.body, with: built)
            case 404, 410: .missing(status: response.status)
            default: .unreachable("the server answered \(response.status)")
            }
        } catch {
            return .unreachable("\(error)")
        }
    }

    /// In bytes; far more than a page or a feed has.
    private static let largest = 64 << 20
}
