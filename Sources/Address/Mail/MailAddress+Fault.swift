extension MailAddress {
    /// Why a text isn't an address to which mail can be sent.
    package enum Fault: Error, Hashable, CaseIterable, Sendable, CustomStringConvertible {
        case empty
        case noAtSign
        case noLocalPart
        case noDomain
        case controlCharacter
        case invisibleCharacter
        case blank
        case dot
        case localPartCharacter
        case quotation
        case domainCharacter
        case hyphen
        case emptyLabel
        case labelTooLong
        case unqualifiedDomain
        case addressLiteral
        case numericDomain
        case localPartTooLong
        case domainTooLong
        case tooLong

        /// The reason, to be continued by the number of addresses or followed by the address.
        package var description: String {
            switch self {
            case .empty: "the address is empty"
            case .noAtSign: "the address has no '@'"
            case .noLocalPart: "nothing is before the '@'"
            case .noDomain: "nothing is after the '@'"
            case .controlCharacter: "the address contains a control character"
            case .invisibleCharacter: "the address contains an invisible character"
            case .blank: "the address contains a blank"
            case .dot: "the part before the '@' begins or ends with a full stop, or has two in a row"
            case .localPartCharacter: "the part before the '@' contains a character that must be quoted"
            case .quotation: "the quotation before the '@' isn't complete or contains what can't be quoted"
            case .domainCharacter: "the domain contains a character that domains can't have"
            case .hyphen: "a part of the domain begins or ends with a hyphen"
            case .emptyLabel: "the domain begins or ends with a full stop, or has two in a row"
            case .labelTooLong: "a part of the domain is longer than 63 characters"
            case .unqualifiedDomain: "the domain has no full stop"
            case .addressLiteral: "the domain is an IP address in brackets, which newsletters aren't sent to"
            case .numericDomain: "the domain is an IP address"
            case .localPartTooLong: "the part before the '@' is longer than 64 bytes"
            case .domainTooLong: "the domain is longer than 253 bytes"
            case .tooLong: "the address is longer than 254 bytes"
            }
        }
    }
}
