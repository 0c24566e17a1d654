internal import Newsletter

/// A line of a ``CandidateFile``: a candidate, an earlier form of an event, an item that has ended, or a total.
enum CandidateFileLine: Decodable {
    case candidate(CandidateLine)
    case superseded(CandidateLine, String)
    case resolution(ResolutionLine)
    case total(TotalLine)

    /// Version 2 adds the version itself, and totals as records; in version 1, a total was a `tally` without a
    /// `record`.
    static let version = 2

    /// The kind of a line that isn't about a candidate.
    enum Record: String, Decodable {
        case total
    }

    struct ResolutionLine: Decodable {
        var resolution: String
        var source: String
        var title: String
        var url: String
        var time: Int?

        private enum CodingKeys: String, CodingKey {
            case resolution = "ending"
            case source, title, url, time
        }
    }

    struct TotalLine: Decodable {
        var count: Int
        var source: String
        var url: String
    }

    /// A total in version 1.
    private struct TallyLine: Decodable {
        var tally: Int
        var source: String
        var url: String
    }

    private enum Mark: String, CodingKey {
        case departed, ending, record, tally
    }

    init(from decoder: any Decoder) throws {
        let marks = try decoder.container(keyedBy: Mark.self)
        if let record = try marks.decodeIfPresent(Record.self, forKey: .record) {
            switch record {
            case .total: self = .total(try TotalLine(from: decoder))
            }
        } else if marks.contains(.tally) {
            let line = try TallyLine(from: decoder)
            self = .total(TotalLine(count: line.tally, source: line.source, url: line.url))
        } else if marks.contains(.ending) {
            self = .resolution(try ResolutionLine(from: decoder))
        } else if let reason = try marks.decodeIfPresent(String.self, forKey: .departed) {
            self = .superseded(try CandidateLine(from: decoder), reason)
        } else {
            self = .candidate(try CandidateLine(from: decoder))
        }
    }
}

extension CandidateFileLine.ResolutionLine {
    init(_ resolution: Resolution) {
        self.init(
            resolution: resolution.outcome.rawValue, source: resolution.source, title: resolution.title,
            url: resolution.url, time: resolution.time)
    }

    /// Nil for an outcome that this version doesn't know.
    var value: Resolution? {
        Resolution.Outcome(rawValue: resolution).map {
            Resolution(source: source, url: url, title: title, outcome: $0, time: time)
        }
    }
}
