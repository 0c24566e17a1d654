/// The weight of a word in a record by BM25 (Robertson and Zaragoza, 2009), as one of eight codes.
///
/// The inverse document frequency isn't included, because it changes with each issue, while written files must not
/// change.
enum ImpactModel {
    /// The weights of the codes in scores.
    static let weights = [6, 7, 8, 9, 10, 11, 12, 13]

    /// - Parameters:
    ///   - title, context: how often the word occurs in each.
    ///   - titleLength, contextLength: the number of words in each.
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
    /// The number of words of a context that count.
    static let longestContext = 40
}
