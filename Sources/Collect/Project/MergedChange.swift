internal import Newsletter
internal import Text

/// A pull request that a commit merged, according to the commit's message.
///
/// - GitHub's merge commits: `Merge pull request #12 from user/branch`, the title in the body
/// - bors: `Auto merge of #12 - user:branch, r=reviewer`, the title in the body
/// - rollups: `Rollup merge of #12 - user:branch, r=reviewer`, the title in the body
/// - squash merges: `Title (#12)`
struct MergedChange: Hashable, Sendable {
    var number: Int
    var title: String

    /// - Returns: nil for commits that don't merge a pull request.
    init?(message: String) {
        let lines = message.split(whereSeparator: \.isNewline).map { String($0).trimmedBlanks }
        guard let subject = lines.first else { return nil }
        for opening in ["Merge pull request #", "Auto merge of #", "Rollup merge of #"] where subject.hasPrefix(opening)
        {
            let digits = subject.dropFirst(opening.count).prefix { $0.isASCII && $0.isNumber }
            guard let number = Int(digits) else { return nil }
            self.number = number
            title = lines.dropFirst().first { !$0.isEmpty } ?? subject
            return
        }
        guard subject.hasSuffix(")"), let open = subject.range(ofLast: " (#") else { return nil }
        let digits = subject[open.upperBound...].dropLast()
        guard !digits.isEmpty, digits.utf8.allSatisfy({ 0x30...0x39 ~= $0 }), let number = Int(digits) else {
            return nil
        }
        self.number = number
        title = String(subject[..<open.lowerBound])
    }

    /// Whether the pull request only combines others, each of which has a merge of its own.
    var isRollup: Bool { Self.isRollup(title) }

    static func isRollup(_ title: String) -> Bool {
        let words = title.lowercased().split(separator: " ")
        return words.count >= 5 && words[0] == "rollup" && words[1] == "of" && Int(words[2]) != nil
            && words[3] == "pull" && words[4].hasPrefix("request")
    }
}

extension String {
    /// The range of the last occurrence of a part, compared byte by byte.
    fileprivate func range(ofLast part: String) -> Range<String.Index>? {
        let (whole, part) = (utf8, Array(part.utf8))
        var index = whole.endIndex
        while index > whole.startIndex {
            index = whole.index(before: index)
            if whole[index...].starts(with: part) { return index..<whole.index(index, offsetBy: part.count) }
        }
        return nil
    }
}
