internal import Archive
internal import Newsletter
internal import Text

/// The same link appears twice, in this issue or in an earlier one.
///
/// Links are compared by where they lead: the scheme, `www.`, tracking parameters, trailing slashes and the several URLs
/// that large sites have for one thing make no difference. Within an issue, two entries of the same kind must not share
/// a link; a merged pull request must not be among the news, too. In the last issues (`look-back`, six by default), only
/// links and merged pull requests are compared, because events, calls and jobs are repeated on purpose; so are
/// advertisements, entries that say `(ad)` or `(sponsored)`, and links that begin with a day or with the name of an
/// event, such as `Webinar:`. A link from an older issue, a link to another part of the
/// same page, a repeated ticket, and several version updates in one pull request are only hints; so is
/// the front page of a site or a project, which may have something new to show. Links to headings of the issue itself,
/// and links that each of the last three issues had with the same text, as a list of dates has, aren't compared.
struct DuplicateLink: Check {
    static let id = "duplicate-link"
    static let severity = Finding.Severity.error

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        var seen: [Key: Entry] = [:]
        var pages: [Key: Entry] = [:]
        var findings: [Finding] = []
        let recent = context.recentIssues(before: document.issue.header.date)
        for checked in document.entries
        where Self.kinds.contains(checked.kind) && !checked.canonical.hasPrefix("#") {
            let key = Key(canonical: checked.canonical, kind: checked.kind)
            if let first = seen[key] {
                findings.append(repeated(checked.entry, first, in: document))
                continue
            }
            seen[key] = checked.entry
            let page = Key(canonical: checked.identity.page, kind: checked.kind)
            let first = pages[page]
            if let first { findings.append(samePage(checked.entry, first, in: document)) }
            pages[page] = first ?? checked.entry
            guard Self.compared.contains(checked.kind), recent.upperBound > 0 else { continue }
            let earlier = context.archive.lastOccurrences(of: checked.canonical, before: recent.upperBound) {
                Self.compared.contains($0.kind)
            }
            if let same = earlier.same {
                let isStanding = same.issue == recent.upperBound - 1 && isStanding(checked, recent, context)
                if isStanding || isRepeatedOnPurpose(checked, document, context) { continue }
                findings.append(
                    old(checked.entry, same, recent, isSameKind: same.kind == checked.kind, in: document, context))
            } else if let other = earlier.ofPage, recent.contains(other.issue), first == nil {
                findings.append(oldPage(checked.entry, other, in: document, context))
            }
        }
        return findings + besides(seen, recent, in: document, context)
    }

    /// Checks the additional links of an entry, which often lead to the subject of another entry on purpose.
    private func besides(
        _ seen: [Key: Entry], _ recent: Range<Int>, in document: Document, _ context: CheckContext
    ) -> [Finding] {
        var findings: [Finding] = []
        var others: [String: Range<Int>] = [:]
        for checked in document.entries where checked.kind == .links && checked.entry.urls.count > 1 {
            for link in document.links(in: checked.entry.range.bytes) where link.kind != .bare {
                let url = document.text(link.url)
                let canonical = EntryIdentity(link: url).canonical
                if canonical == checked.canonical {
                    // The entry's own link is the first one.
                    if let own = others[canonical], checked.entry.range.bytes.contains(own.lowerBound), own != link.url
                    {
                        findings.append(again(link.url, [document.note("here too", at: own.lowerBound)], in: document))
                    }
                    others[canonical] = link.url
                    continue
                }
                let first = seen[Key(canonical: canonical, kind: .links)].map { document.place(of: $0).lowerBound }
                let notes: [Finding.Note]
                if let first = first ?? others[canonical]?.lowerBound {
                    notes = [document.note("here too", at: first)]
                } else if let earlier = context.archive.lastOccurrence(
                    of: canonical, before: recent.upperBound, where: { $0.kind == .links })
                {
                    let file = context.archive.issues[earlier.issue].file
                    notes = [Finding.Note(file: file, place: earlier.location, text: "there as '\(earlier.title)'")]
                } else {
                    others[canonical] = link.url
                    continue
                }
                findings.append(again(link.url, notes, in: document))
            }
        }
        return findings
    }

    private func again(_ place: Range<Int>, _ notes: [Finding.Note], in document: Document) -> Finding {
        finding(
            "this link is also in another entry", at: place, in: document,
            explanation: "As an additional link of an entry, the repetition may be intended; if so, keep it.",
            severity: .hint, notes: notes)
    }

    private struct Key: Hashable {
        var canonical: String
        var kind: SectionKind

        init(canonical: String, kind: SectionKind) {
            self.canonical = canonical
            // News may be about a pull request that is also listed as merged.
            self.kind = kind == .pullRequests ? .links : kind
        }
    }

    private static let kinds: Set<SectionKind> = [.links, .pullRequests, .participation, .jobs]
    /// The kinds that are compared with earlier issues.
    private static let compared: Set<SectionKind> = [.links, .pullRequests]

    private func repeated(_ entry: Entry, _ first: Entry, in document: Document) -> Finding {
        let place = document.place(of: first)
        // One change often updates several dependencies.
        let areUpdates =
            entry.title != first.title && [entry, first].allSatisfy { hasVersion($0, document) }
            && document.section(at: entry.range.bytes.lowerBound)?.id
                == document.section(at: first.range.bytes.lowerBound)?.id
        return finding(
            "this link is already in the issue", at: document.place(of: entry), in: document,
            explanation: areUpdates
                ? Self.isIntended : "Keep the entry in the section where readers expect it, and remove the other.",
            severity: areUpdates ? .hint : nil,
            notes: [document.note("here as '\(first.title)'", at: place.lowerBound)])
    }

    private func samePage(_ entry: Entry, _ first: Entry, in document: Document) -> Finding {
        finding(
            "another part of this page is already in the issue", at: document.place(of: entry), in: document,
            explanation: Self.isIntended, severity: .hint,
            notes: [document.note("here as '\(first.title)'", at: document.place(of: first).lowerBound)])
    }

    private func oldPage(
        _ entry: Entry, _ earlier: LinkRecord, in document: Document, _ context: CheckContext
    ) -> Finding {
        let issue = context.archive.issues[earlier.issue]
        return finding(
            "another part of this page was in the issue of \(issue.date)", at: document.place(of: entry), in: document,
            explanation: Self.isIntended, severity: .hint,
            notes: [Finding.Note(file: issue.file, place: earlier.location, text: "there as '\(earlier.title)'")])
    }

    private static let isIntended = "If it is something else, leave it."

    private func old(
        _ entry: Entry, _ earlier: LinkRecord, _ recent: Range<Int>, isSameKind: Bool, in document: Document,
        _ context: CheckContext
    ) -> Finding {
        let issue = context.archive.issues[earlier.issue]
        let isRecent = recent.contains(earlier.issue)
        let age = document.issue.header.date.daysSince1970 - issue.date.daysSince1970
        return finding(
            isRecent ? "this link was in the issue of \(issue.date)" : "this link was in an issue of \(issue.date)",
            at: document.place(of: entry), in: document,
            explanation: isRecent
                ? "Readers have seen it \(age.counted("day")) ago; remove it, or link to what is new."
                : "That is \(age.counted("day")) ago, so it may be intended; if so, leave it.",
            severity: isRecent && isSameKind && !Self.isExpected(earlier.canonical) ? Self.severity : .hint,
            notes: [
                Finding.Note(file: issue.file, place: earlier.location, text: "there as '\(earlier.title)'")
            ])
    }

    /// Whether an entry is an advertisement, has a day, announces an event, or leads to the publication's own site, such
    /// as to a survey.
    private func isRepeatedOnPurpose(_ checked: CheckedEntry, _ document: Document, _ context: CheckContext) -> Bool {
        document.isAdvertisement(checked.entry) || isDated(checked.entry, document)
            || Self.isAnnouncement(checked.entry) || context.isOwnPage(checked.canonical)
    }

    /// Whether an entry's title begins with the name of an event that readers can attend until it takes place.
    private static func isAnnouncement(_ entry: Entry) -> Bool {
        guard let colon = entry.title.utf8.firstIndex(of: UInt8(ascii: ":")) else { return false }
        return events.contains(entry.title[..<colon].lowercased())
    }

    private static let events: Set<String> = ["conference", "hackathon", "livestream", "meetup", "webinar", "workshop"]

    /// Whether each of the last three issues had the link with the same text.
    private func isStanding(_ checked: CheckedEntry, _ recent: Range<Int>, _ context: CheckContext) -> Bool {
        guard recent.count >= Self.standing else { return false }
        let issues = context.archive.occurrences(of: checked.canonical).filter {
            $0.title == checked.entry.title
        }.map(\.issue)
        return recent.suffix(Self.standing).allSatisfy(issues.contains)
    }

    /// A link in so many issues in a row is there on purpose.
    private static let standing = 3

    /// Whether an entry begins with a day, as events do: `September 18: [A workshop](…)`.
    private func isDated(_ entry: Entry, _ document: Document) -> Bool {
        let line = document.content(document.lines[entry.range.start.line - 1])
        // Nearly all entries begin with something else, such as a link.
        guard document.bytes[line].prefix(Self.longestMonth).contains(where: ASCII.isDigit) else { return false }
        let words = document.text(line).split { !$0.isLetter && !$0.isNumber }
        return words.count > 1 && MonthName.number(of: words[0].lowercased()) != nil
            && words[1].first?.isNumber ?? false
    }

    /// The length of the longest name of a month in bytes, with a bullet before it and the first digit of a day behind it.
    private static let longestMonth = 24

    /// Whether an entry's first line has a version number: `etcd to v3.6.10`.
    private func hasVersion(_ entry: Entry, _ document: Document) -> Bool {
        let bytes = document.bytes
        let range = document.content(document.lines[entry.range.start.line - 1])
        let urls = document.links(in: range).map(\.url)
        return range.dropFirst().dropLast().contains { index in
            bytes[index] == UInt8(ascii: ".") && ASCII.isDigit(bytes[index - 1]) && ASCII.isDigit(bytes[index + 1])
                && !urls.contains { $0.contains(index) }
        }
    }

    private static func isExpected(_ canonical: String) -> Bool { isTicket(canonical) || isWhole(canonical) }

    /// Whether an address leads to a ticket, which may be open for several issues.
    private static func isTicket(_ canonical: String) -> Bool {
        let parts = canonical.split(separator: "?", maxSplits: 1)[0].split(separator: "/")
        guard parts.count > 2, let last = parts.last?.split(separator: "-").last, last.allSatisfy(\.isNumber) else {
            return false
        }
        return ["issues", "browse", "work_items"].contains(parts[parts.count - 2])
    }

    /// Whether an address leads to a whole site, repository or profile, which may have something new to show.
    private static func isWhole(_ canonical: String) -> Bool {
        let parts = canonical.split(separator: "?", maxSplits: 1)[0].split(separator: "/")
        return parts.count <= 1 || parts.count == 2 && ["x.com", "bsky.app"].contains(parts[0])
            || parts.count <= 3 && ["github.com", "gitlab.com", "codeberg.org"].contains(parts[0])
    }
}
