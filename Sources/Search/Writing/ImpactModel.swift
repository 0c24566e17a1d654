/// The weight of a word in a record by BM25 (Robertson and Zaragoza, 2009), as one of eight codes.
///
/// The inverse document frequency isn't included, because it changes with each issue, while written files must not
/// change.
enum ImpactModel {
    /// The weights of the codes in scores.
    static let weights = [6, 10, 13, 17, 21, 25, 28, 32]

    /// - Parameters:
    ///   - title, context: how often the word occurs in each.
    ///   - titleLength, contextLength: the number of words in each.
    static func code(title: Int, context: Int, titleLength: Int, contextLength: Int) -> Int {
        let inTitle = Double(title) / (1 - titleSlope + titleSlope * Double(titleLength) / averageTitle)
        let inContext = Double(context) / (1 - contextSlope + contextSlope * Double(contextLength) / averageContext)
        let frequency = titleBoost * inTitle + inContext
        let saturated = frequency / (frequency + saturation)
        // Hardly any word is outside of this range; the weights are its eighths.
        return max(0, min(7, Int((saturated - 0.1) / 0.75 * 8)))
    }

    private static let titleBoost = 2.0
    private static let saturation = 1.2
    private static let titleSlope = 0.75
    private static let contextSlope = 0.6
    /// Average lengths, as constants, so that a new issue doesn't change the weights in old ones.
    private static let averageTitle = 7.0
    private static let averageContext = 12.0
    /// The number of words of a context that count.
    static let longestContext = 40
}
