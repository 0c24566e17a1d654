internal import Newsletter

/// A line of a pool's file: a candidate, an event as it was before, what has ended, or a tally.
enum PoolLine: Decodable {
    case candidate(CandidateLine)
    case departed(CandidateLine, String)
    case ending(EndingLine)
    case tally(TallyLine)

    struct EndingLine: Decodable {
        var ending: String
        var source: String
        var title: String
        var url: String
        var time: Int?
    }

    struct TallyLine: Decodable {
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
            self = .tally(try TallyLine(from: decoder))
        } else if marks.contains(.ending) {
            self = .ending(try EndingLine(from: decoder))
        } else if let reason = try marks.decodeIfPresent(String.self, forKey: .departed) {
            self = .departed(try CandidateLine(from: decoder), reason)
        } else {
            self = .candidate(try CandidateLine(from: decoder))
        }
    }
}

extension PoolLine.EndingLine {
    init(_ ending: Ending) {
        self.init(
            ending: ending.outcome.rawValue, source: ending.source, title: ending.title, url: ending.url,
            time: ending.time)
    }

    /// Nil where it ended as nothing ends.
    var value: Ending? {
        Ending.Outcome(rawValue: ending).map {
            Ending(source: source, url: url, title: title, outcome: $0, time: time)
        }
    }
}
