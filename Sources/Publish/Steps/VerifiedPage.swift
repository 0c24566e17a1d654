internal import Context
internal import Newsletter

/// A file of the built site, and the address at which readers get it.
struct VerifiedPage: Sendable {
    enum Kind: Hashable, Sendable {
        case page, xml, json, calendar
    }

    let url: String
    let file: String
    let kind: Kind
    let bytes: [UInt8]

    /// The issue's page, the home page, and the feeds and the calendar of all issues if the site has them.
    ///
    /// - Throws: a fault if the site hasn't been built, or lacks a page.
    static func all(of request: PublishRequest) throws(StepFault) -> [VerifiedPage] {
        let address = SiteAddress(request.publication)
        let pages: [(url: String, file: String, kind: Kind, isRequired: Bool)] = [
            (request.issue.url, request.issue.page, .page, true),
            (address.url(.home), SiteAddress.file(of: address.path(of: .home)), .page, true),
            (address.url(.feed(.rss, category: nil)), address.path(of: .feed(.rss, category: nil)), .xml, false),
            (address.url(.feed(.atom, category: nil)), address.path(of: .feed(.atom, category: nil)), .xml, false),
            (address.url(.feed(.json, category: nil)), address.path(of: .feed(.json, category: nil)), .json, false),
            (address.url(.calendar(region: nil)), address.path(of: .calendar(region: nil)), .calendar, false),
        ]
        var found: [VerifiedPage] = []
        for (url, file, kind, isRequired) in pages {
            do throws(FileError) {
                if let bytes = try request.context.files.readIfPresent("\(request.site)/\(file)") {
                    found.append(VerifiedPage(url: url, file: file, kind: kind, bytes: bytes))
                } else if isRequired {
                    throw FileError(path: "\(request.site)/\(file)", reason: "there is no such file")
                }
            } catch {
                throw StepFault("\(error.path) can't be read: \(error.reason)", remedy: "Build the site again")
            }
        }
        return found
    }

    /// - Throws: a fault if the built file isn't a valid feed or calendar, or a feed doesn't have the issue.
    func requireValidity(with issue: PublishedIssue?) throws(StepFault) {
        let remedy = "Report this as a bug of Sennight, with the file"
        let text = String(decoding: bytes, as: UTF8.self)
        let isValid =
            switch kind {
            case .page: true
            case .xml: MarkupBalance.isBalanced(bytes)
            case .json: JSONBalance.isBalanced(bytes)
            case .calendar: text.hasPrefix("BEGIN:VCALENDAR\r\n") && text.hasSuffix("END:VCALENDAR\r\n")
            }
        guard isValid else { throw StepFault("the built \(file) can't be parsed", remedy: remedy) }
        if let issue, kind == .xml || kind == .json, !contains(issue) {
            throw StepFault(
                "the built \(file) doesn't have issue \(issue.number)",
                remedy: "Check the issue's date, and how many issues 'feeds: items:' allows")
        }
    }

    /// Whether a version of the file has the issue's address.
    func contains(_ issue: PublishedIssue, in bytes: [UInt8]? = nil) -> Bool {
        let text = String(decoding: bytes ?? self.bytes, as: UTF8.self)
        let escaped = issue.url.split(separator: "&", omittingEmptySubsequences: false).joined(separator: "&amp;")
        let slashed = issue.url.split(separator: "/", omittingEmptySubsequences: false).joined(separator: "\\/")
        return [issue.url, escaped, slashed].contains { text.utf8.firstRange(of: $0.utf8) != nil }
    }

    /// Requests the address.
    ///
    /// - Returns: how the response differs from the built file; nil if it doesn't.
    func difference(_ request: PublishRequest) async -> PageDifference? {
        var question = HTTPRequest(url, headers: ["Cache-Control": "no-cache"], timeout: 30)
        question.maximumBytes = bytes.count + 1 << 20
        do throws(HTTPError) {
            let response = try await request.http.send(question)
            if response.status == 200, response.body == bytes { return nil }
            return PageDifference(of: response, from: self, request)
        } catch {
            return PageDifference(error, now: request.context.clock.seconds)
        }
    }
}
