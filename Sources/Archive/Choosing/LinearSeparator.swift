/// A hyperplane that separates the members of a class from everything else.
///
/// A support vector machine with squared hinge loss, trained by dual coordinate descent (Hsieh et al., "A Dual Coordinate
/// Descent Method for Large-scale Linear SVM", ICML 2008).
struct LinearSeparator {
    private(set) var weights: [Double]
    private(set) var bias = 0.0

    /// - Parameters:
    ///   - cost: the cost of an error, for members of the class and for others.
    init(
        vectors: [[(index: Int32, value: Double)]], belongs: [Bool], dimensions: Int,
        cost: (inside: Double, outside: Double)
    ) {
        weights = [Double](repeating: 0, count: dimensions)
        var alpha = [Double](repeating: 0, count: vectors.count)
        // One for the bias, which is learned as a feature that every document has.
        let norms = vectors.map { $0.reduce(1) { $0 + $1.value * $1.value } }
        var order = Array(vectors.indices)
        var generator = SplitMix(state: 1)
        for _ in 0..<Self.mostRounds {
            order.shuffle(using: &generator)
            var worst = 0.0
            for index in order {
                let sign = belongs[index] ? 1.0 : -1.0
                let diagonal = 0.5 / (belongs[index] ? cost.inside : cost.outside)
                let gradient = sign * score(vectors[index]) - 1 + alpha[index] * diagonal
                let projected = alpha[index] == 0 ? min(gradient, 0) : gradient
                worst = max(worst, abs(projected))
                guard abs(projected) > 1e-12 else { continue }
                let old = alpha[index]
                alpha[index] = max(0, old - gradient / (norms[index] + diagonal))
                let step = (alpha[index] - old) * sign
                for (feature, value) in vectors[index] { weights[Int(feature)] += step * value }
                bias += step
            }
            if worst < Self.precision { break }
        }
    }

    /// A score above zero for a likely member of the class.
    func score(_ vector: [(index: Int32, value: Double)]) -> Double {
        var sum = bias
        for (feature, value) in vector { sum += weights[Int(feature)] * value }
        return sum
    }

    private static let mostRounds = 60
    private static let precision = 0.01
}

/// Random numbers in the same order in every run (Steele, Lea and Flood, "Fast Splittable Pseudorandom Number
/// Generators", 2014).
private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
        return word ^ word >> 31
    }
}
