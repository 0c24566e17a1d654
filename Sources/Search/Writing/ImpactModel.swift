/// How much a word in a record tells of it, as BM25 says (Robertson and Zaragoza, 2009), in one of eight codes.
///
/// The inverse document frequency isn't in it: it changes with each issue, and what is written must not.
enum ImpactModel {
    /// The weights of the codes in scores.
    static let weights = [6, 7, 8, 9, 10, 11, 12, 13]

    /// - Parameters:
    ///   - title, context: how often the word is there.
    ///   - titleLength, contextLength: words in all.
    static func code(title: Int, context: Int, titleLength: Int, contextLength: Int) -> Int {
        let inTitle = Double(title) / (1 - titleSlope + titleSlope * Double(titleLength) / averageTitle)
        let inContext = Double(context) / (1 - contextSlope + contextSlope * Double(contextLength) / averageContext)
        let frequency = titleBoost * inTitle + inContext
        let saturated = frequency / (frequency + saturation)
        // Nine words of ten are in this range; the weights are the middles of its eighths.
        return max(0, min(7, Int((saturated - 0.33) / 0.06)))
    }

    private static let titleBoost = 2.0
    private static let saturation = 1.2
    private static let titleSlope = 0.9
    private static let contextSlope = 0.3
    /// Constants, so that a new issue changes no weight of an old one.
    private static let averageTitle = 7.0
    private static let averageContext = 12.0
    /// Words of a context beyond this don't count.
    static let longestContext = 40
}
