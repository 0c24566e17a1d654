package import Newsletter
internal import Text

/// A file with everything that one source returned for one issue, as sorted lines that editors share in git.
package struct CandidateFile: Sendable {
    private var byIdentity: [String: Candidate] = [:]
    /// Earlier forms of events by everything that readers see, so that an event that an editor has reworded has another
    /// key.
    private var supersededByKey: [String: SupersededEvent] = [:]
    private var resolutionsByURL: [String: Resolution] = [:]
    /// The total that the source counted, such as merged pull requests.
    package var total: Total?

    package init() {}

    /// The candidates, sorted by identity.
    package var candidates: [Candidate] {
        byIdentity.sorted { $0.key < $1.key }.map(\.value)
    }

    /// Events as they were before they were moved, changed or cancelled, sorted by identity.
    package var superseded: [SupersededEvent] {
        supersededByKey.sorted { $0.key < $1.key }.map(\.value)
    }

    /// Items of the draft and the last issue that have ended, sorted by URL.
    package var resolutions: [Resolution] {
        resolutionsByURL.sorted { $0.key < $1.key }.map(\.value)
    }

    package subscript(identity: String) -> Candidate? { byIdentity[identity] }

    /// Adds what a source returned. Candidates that the source no longer returns stay, because feeds only list recent
    /// entries.
    package mutating func add(_ candidates: [Candidate]) {
        for candidate in candidates {
            let identity = candidate.identity
            // Only the time of counting has changed, so nothing has.
            if let known = byIdentity[identity], known.withoutMoment == candidate.withoutMoment { continue }
            byIdentity[identity] = candidate
            guard candidate.eventID != nil else { continue }
            for reason in SupersededEvent.Reason.allCases {
                let key = SupersededEvent(candidate, reason).key
                if supersededByKey[key]?.candidate.reads(as: candidate) == true { supersededByKey[key] = nil }
            }
        }
    }

    /// Records changes of known events; must be called before the new forms of these events are added.
    ///
    /// - Parameters:
    ///   - now: the events that the source returns now.
    ///   - cancelled: the IDs of cancelled events.
    package mutating func follow(_ now: [Candidate], cancelled: Set<String>) {
        var present: [String: [Candidate]] = [:]
        for event in now {
            if let id = event.eventID { present[id, default: []].append(event) }
        }
        for (identity, known) in byIdentity {
            guard let id = known.eventID else { continue }
            if let events = present[id] {
                if let same = events.first(where: { $0.identity == identity }) {
                    if !same.reads(as: known) { depart(known, .changed) }
                } else {
                    depart(known, .moved)
                    byIdentity[identity] = nil
                }
            } else if cancelled.contains(id) {
                depart(known, .cancelled)
                byIdentity[identity] = nil
            }
        }
    }

    private mutating func depart(_ event: Candidate, _ reason: SupersededEvent.Reason) {
        let superseded = SupersededEvent(event, reason)
        supersededByKey[superseded.key] = superseded
    }

    /// Records items that have ended.
    ///
    /// - Parameter isWhole: whether all items could be requested; if not, earlier records are kept.
    package mutating func end(_ resolutions: [Resolution], isWhole: Bool) {
        if isWhole { resolutionsByURL = [:] }
        for resolution in resolutions { resolutionsByURL[resolution.url] = resolution }
    }
}

// MARK: Lines

extension CandidateFile {
    /// Reads the lines that ``bytes`` wrote. git's conflict markers are skipped, and of two lines about the same thing,
    /// the later one counts.
    ///
    /// - Throws: a ``Diagnostic`` for any other line.
    package init(_ bytes: [UInt8], file: String) throws(Diagnostic) {
        do throws(JSONLines.InvalidLine) {
            try JSONLines.read(CandidateFileLine.self, from: bytes, version: CandidateFileLine.version) { take($0) }
        } catch {
            throw Diagnostic(
                error, "this line isn't a candidate", remedy: "Remove the line; collecting adds it again",
                version: CandidateFileLine.version, file: file)
        }
    }

    /// Adds a line; false if it has values that no version of the program writes.
    private mutating func take(_ line: CandidateFileLine) -> Bool {
        switch line {
        case .candidate(let line):
            guard let candidate = line.candidate else { return false }
            byIdentity[candidate.identity] = candidate
        case .superseded(let line, let reason):
            guard let candidate = line.candidate, let reason = SupersededEvent.Reason(rawValue: reason) else {
                return false
            }
            depart(candidate, reason)
        case .resolution(let line):
            guard let resolution = line.value else { return false }
            resolutionsByURL[resolution.url] = resolution
        case .total(let line): total = Total(source: line.source, count: line.count, url: line.url)
        }
        return true
    }

    package var bytes: [UInt8] {
        var lines = candidates.map { CandidateFileLine.candidate(CandidateLine($0)) }
        lines += superseded.map { CandidateFileLine.superseded(CandidateLine($0.candidate), $0.reason.rawValue) }
        lines += resolutions.map { CandidateFileLine.resolution(CandidateFileLine.ResolutionLine($0)) }
        if let total {
            lines.append(.total(CandidateFileLine.TotalLine(count: total.count, source: total.source, url: total.url)))
        }
        return JSONLines.bytes(of: lines.lazy.map(\.json))
    }
}

extension Candidate {
    /// The candidate without the time at which nominations were counted.
    fileprivate var withoutMoment: Candidate {
        var candidate = self
        candidate.facts.removeAll { fact in
            if case .signal(.counted, _) = fact { true } else { false }
        }
        return candidate
    }
}
