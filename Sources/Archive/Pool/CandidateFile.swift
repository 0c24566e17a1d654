package import Newsletter
internal import Text

/// What one source returned for one issue: a file of sorted lines, which editors share in git.
package struct CandidateFile: Sendable {
    private var byIdentity: [String: Candidate] = [:]
    /// By all that a reader sees of it: whichever of them the draft has is told from an editor's own words.
    private var supersededByKey: [String: SupersededEvent] = [:]
    private var resolutionsByURL: [String: Resolution] = [:]
    /// How many there are of what the source counts.
    package var total: Total?

    package init() {}

    /// Sorted by identity.
    package var candidates: [Candidate] {
        byIdentity.sorted { $0.key < $1.key }.map(\.value)
    }

    /// Events as they were before they were moved, changed or cancelled, sorted by identity.
    package var superseded: [SupersededEvent] {
        supersededByKey.sorted { $0.key < $1.key }.map(\.value)
    }

    /// What has ended of what the draft and the last issue list, sorted by address.
    package var resolutions: [Resolution] {
        resolutionsByURL.sorted { $0.key < $1.key }.map(\.value)
    }

    package subscript(identity: String) -> Candidate? { byIdentity[identity] }

    /// Adds what a source returned; what it returned before and doesn't return any more stays, for feeds forget.
    package mutating func add(_ candidates: [Candidate]) {
        for candidate in candidates {
            let identity = candidate.identity
            // Nothing has changed where only the moment of counting is another.
            if let known = byIdentity[identity], known.withoutMoment == candidate.withoutMoment { continue }
            byIdentity[identity] = candidate
            guard candidate.eventID != nil else { continue }
            for reason in SupersededEvent.Reason.allCases {
                let key = SupersededEvent(candidate, reason).key
                if supersededByKey[key]?.candidate.reads(as: candidate) == true { supersededByKey[key] = nil }
            }
        }
    }

    /// Takes note of what has become of the known events; to be called before they are added as they are now.
    ///
    /// - Parameters:
    ///   - now: the events that the source brings.
    ///   - cancelled: the ids of those that will not take place.
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

    /// What has ended by now.
    ///
    /// - Parameter isWhole: whether everything could be asked; else what ended before stays so.
    package mutating func end(_ resolutions: [Resolution], isWhole: Bool) {
        if isWhole { resolutionsByURL = [:] }
        for resolution in resolutions { resolutionsByURL[resolution.url] = resolution }
    }
}

// MARK: Lines

extension CandidateFile {
    /// Reads what ``bytes`` gave; git's conflict markers are passed over, of two lines on one thing the later counts.
    ///
    /// - Throws: a ``Diagnostic`` for a line that isn't one of such a file.
    package init(_ bytes: [UInt8], file: String) throws(Diagnostic) {
        do throws(JSONLines.InvalidLine) {
            try JSONLines.read(CandidateFileLine.self, from: bytes, version: CandidateFileLine.version) { take($0) }
        } catch {
            throw Diagnostic(
                error, "this line isn't a candidate", remedy: "Remove the line; collecting adds it again",
                version: CandidateFileLine.version, file: file)
        }
    }

    /// Whether a line has values that somebody writes.
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
    /// Without the fact that tells when it was counted.
    fileprivate var withoutMoment: Candidate {
        var candidate = self
        candidate.facts.removeAll { fact in
            if case .signal(.counted, _) = fact { true } else { false }
        }
        return candidate
    }
}
