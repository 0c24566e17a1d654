internal import Address
internal import Archive
internal import Context
internal import Newsletter
package import Settings
internal import Text

/// New posts from feeds: RSS 2.0, RSS 1.0, Atom and JSON Feed.
///
///     - source: feeds
///       section: Project/Tooling Updates
///       feeds:
///         - https://blog.example.org/feed.xml
///         - https://example.com/          # a web page: the feed that it links to is read
///       opml: feeds.opml                  # a list that a feed reader exported; a path from the settings file
///       most: 20                          # of one feed in one window
///
/// A post whose date can't be read is collected without one, and only once. Posts with the same identity become one candidate.
package struct Feeds: Source {
    package static let name = "feeds"
    package static let summary = "new posts from feeds: RSS, Atom and JSON Feed"
    package static let keys = SettingsMapping(
        [
            Setting(
                "feeds", .list(.text), "The URLs of feeds, or of web pages that link to their feed.",
                example: ["https://blog.example.org/feed.xml"]),
            Setting(
                "opml", .text,
                "The path, from the settings file's folder, of an OPML list of feeds that a feed reader exported.",
                example: "feeds.opml"),
            Setting("most", .number(1...1000), "The maximum number of posts from one feed.", default: 20),
        ])
    private let settings: Settings

    struct Settings: Sendable {
        var feeds: [String]
        var opml: String?
        var most: Int
    }

    package init(_ fields: SettingsFields) {
        settings = Settings(
            feeds: fields.texts("feeds"), opml: fields.optionalText("opml"),
            most: fields.number("most"))
        if settings.feeds.isEmpty, settings.opml == nil {
            fields.report("feeds", "is missing, like 'opml'", remedy: "Write 'feeds: [ … ]' or 'opml: FILE'")
        }
    }

    package func collect(_ request: SourceRequest) async throws(SourceFault) -> CollectionResult {
        let addresses = try addresses(request)
        var result = await request.gather(addresses) { address throws(SourceFault) in
            try await posts(of: address, request)
        }
        var seen: Set<EntryIdentity> = []
        result.candidates.removeAll { candidate in
            candidate.url.map { !seen.insert(EntryIdentity(link: $0)).inserted } ?? false
        }
        return result
    }

    private func addresses(_ request: SourceRequest) throws(SourceFault) -> [String] {
        guard let opml = settings.opml else { return settings.feeds }
        let text: [UInt8]
        do throws(FileError) {
            text = try request.access.file(opml)
        } catch {
            throw request.fault("can't be read (\(error.reason))", address: opml, remedy: "Check 'opml:'")
        }
        let listed: [String]?
        do throws(MarkupFault) {
            listed = try FeedDiscovery.feeds(inOPML: text)
        } catch {
            throw request.fault("the list \(error)", address: opml, remedy: "Export the feeds as OPML again")
        }
        guard let listed else {
            throw request.fault(
                "is missing", address: opml, field: "opml", remedy: "Export the feeds as OPML again")
        }
        return settings.feeds + listed.filter { !settings.feeds.contains($0) }
    }

    private func posts(of address: String, _ request: SourceRequest) async throws(SourceFault) -> CollectionResult {
        let (feed, url) = try await feed(at: address, request)
        let recent = feed.posts.filter { $0.time.map(request.window.contains) ?? true }
        // What the previous window may have missed doesn't displace what is new.
        let missed = feed.posts.filter { post in
            post.time.map { request.overlapping.contains($0) && !request.window.contains($0) } ?? false
        }
        let candidates = (recent.prefix(settings.most) + missed.prefix(settings.most)).map { post in
            var facts: [Candidate.Fact] = []
            if let title = feed.title, !title.isEmpty { facts.append(.note("feed", title.collapsingBlanks)) }
            if let author = post.author { facts.append(.signal(.author, author.collapsingBlanks)) }
            if !post.categories.isEmpty { facts.append(.note("categories", post.categories.joined(separator: ", "))) }
            return request.candidate(.links, title: post.title, url: post.url, time: post.time, facts: facts)
        }
        // Old posts that lack something are nobody's concern; the newest stand first.
        let faults = feed.faults.prefix(3).map { fault in
            request.fault(fault.problem, address: url, field: fault.field, remedy: "Inform the feed's author")
        }
        return CollectionResult(Array(candidates), faults: faults)
    }

    /// The feed at a URL, or the feed that the web page there links to.
    private func feed(at address: String, _ request: SourceRequest) async throws(SourceFault) -> (Feed, String) {
        let answer = try await request.client.get(address, headers: ["Accept": Self.types])
        let first: Feed.Fault
        do throws(Feed.Fault) {
            let feed = try FeedReader.feed(
                answer.body, at: answer.url.isEmpty ? address : answer.url, contentType: answer.headers["Content-Type"])
            return (feed, address)
        } catch {
            first = error
        }
        guard
            let found = FeedDiscovery.feed(
                in: answer.body, at: answer.url.isEmpty ? address : answer.url,
                contentType: answer.headers["Content-Type"]),
            found != address
        else {
            throw request.fault(
                first.problem, address: address, field: first.field, remedy: "Check that the URL is that of a feed")
        }
        let second = try await request.client.get(found, headers: ["Accept": Self.types])
        do throws(Feed.Fault) {
            let feed = try FeedReader.feed(second.body, at: found, contentType: second.headers["Content-Type"])
            return (feed, found)
        } catch {
            throw request.fault(error.problem, address: found, field: error.field, remedy: "Inform the page's author")
        }
    }

    private static let types =
        "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, */*;q=0.8"
}
