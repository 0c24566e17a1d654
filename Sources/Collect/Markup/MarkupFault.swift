/// Why a document isn't read: what exceeds a limit, as a verb phrase without full stop.
enum MarkupFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// One element has more attributes or namespaces than any document needs; parsers compare each with all others.
    case attributes
    /// Elements, attributes and entities are counted together.
    case parts
    case depth
    case entities
    case encoding(String)

    /// Of one element.
    static let mostAttributes = 1000
    /// Declared at once, by an element and those around it.
    static let mostNamespaces = 200
    static let mostParts = 500_000
    /// libxml2 itself gives up at 256.
    static let deepest = 250
    /// In bytes, each reference counted as one more.
    static let longestExpansion = 1_000_000

    /// Whether what comes before the limit can be used all the same.
    var leavesBeginning: Bool { self == .parts || self == .depth }

    var description: String {
        switch self {
        case .attributes:
            "has an element with more than \(Self.mostAttributes) attributes or \(Self.mostNamespaces) namespaces"
        case .parts: "has more than \(Self.mostParts) elements and attributes"
        case .depth: "has elements nested more than \(Self.deepest) deep"
        case .entities: "has entities that refer to themselves or expand to more than \(Self.longestExpansion) bytes"
        case .encoding(let name): "is in the encoding '\(name)', which isn't supported"
        }
    }
}
