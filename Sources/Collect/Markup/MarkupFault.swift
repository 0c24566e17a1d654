/// The limit that a document exceeds, described as a verb phrase without full stop.
enum MarkupFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// An element has too many attributes or namespaces, each of which parsers compare with all others.
    case attributes
    /// The document has too many elements, attributes and entities.
    case parts
    case depth
    case entities
    case encoding(String)

    /// The maximum number of attributes of an element.
    static let mostAttributes = 1000
    /// The maximum number of namespaces that an element and its ancestors declare.
    static let mostNamespaces = 200
    static let mostParts = 500_000
    /// The maximum depth of nesting, just below libxml2's own limit of 256.
    static let deepest = 250
    /// The maximum size of expanded entities, in bytes plus the number of references.
    static let longestExpansion = 1_000_000

    /// Whether the part before the limit can still be used.
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
