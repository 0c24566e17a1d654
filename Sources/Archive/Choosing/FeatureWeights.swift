internal import Foundation

/// Represents documents as sparse vectors of length 1, in which rarer features weigh more (tf-idf with smoothed
/// document counts).
struct FeatureWeights {
    private var indices: [String: Int32] = [:]
    private var rarity: [Double] = []
    private(set) var names: [String] = []

    /// Learns the features of documents.
    init(documents: [[String]]) {
        var counts: [Int] = []
        for document in documents {
            for feature in Set(document) {
                if let index = indices[feature] {
                    counts[Int(index)] += 1
                } else {
                    indices[feature] = Int32(names.count)
                    names.append(feature)
                    counts.append(1)
                }
            }
        }
        rarity = counts.map { log(Double(documents.count + 1) / Double($0 + 1)) + 1 }
    }

    /// The vector of a document. Features that were never seen have no weight.
    func vector(of document: [String]) -> [(index: Int32, value: Double)] {
        var counts: [Int32: Double] = [:]
        for feature in document {
            if let index = indices[feature] { counts[index, default: 0] += 1 }
        }
        var vector = counts.map { (index: $0.key, value: $0.value * rarity[Int($0.key)]) }
        vector.sort { $0.index < $1.index }
        let length = vector.reduce(0) { $0 + $1.value * $1.value }.squareRoot()
        guard length > 0 else { return [] }
        for index in vector.indices { vector[index].value /= length }
        return vector
    }
}
