internal import Newsletter

/// A line of a pool's file: a candidate, an event as it was before, what has ended, or a tally.
enum PoolLine: Decodable {
    case candidate(CandidateLine)
    case departed(CandidateLine, String)
    case ending(ResolutionLine)
    case tally(TotalLine)

    struct ResolutionLine: Decodable {
        var ending: String
        var source: String
        var title: String
        var url: String
        var time: Int?
    }

    struct TotalLine: Decodable {
        var tally: Int
        var source: String
        var url: String
    }

    private enum Mark: String, CodingKey {
        case departed, ending, tally
    }

    init(from decoder: any Decoder) throws {
        let marks = try decoder.container(keyedBy: Mark.self)
        if marks.contains(.tally) {
            self = .tally(try TotalLine(from: decoder))
        } else if marks.contains(.ending) {
            self = .ending(try ResolutionLine(from: decoder))
        } else if let reason = try marks.decodeIfPresent(String.self, forKey: .departed) {
            self = .departed(try CandidateLine(from: decoder), reason)
        } else {
            self = .candidate(try CandidateLine(from: decoder))
        }
    }
}

extension PoolLine.ResolutionLine {
    init(_ ending: Resolution) {
        self.init(
            ending: ending.outcome.rawValue, source: ending.source, title: ending.title, url: ending.url,
            time: ending.time)
    }

    /// Nil where it ended as nothing ends.
    var value: Resolution? {
        Resolution.Outcome(rawValue: ending).map {
            Resolution(source: source, url: url, title: title, outcome: $0, time: time)
        }
    }
}
