/// Text that is safe to print to a terminal or a log.
///
/// Only literals are printed unchanged. Every interpolated value is escaped, because it may come from a stranger:
/// control characters, line breaks, and characters that are invisible or change the writing direction appear as
/// `\u{1B}`. So titles, URLs, file names and server messages can't move the cursor, rename the window or start a line.
///
///     Terminal.say("\(file.path): \(error)")
///
/// Literals are `StaticString`, so that text created at run time can't be passed as one.
package struct PrintableText: Hashable, Sendable, ExpressibleByStringInterpolation {
    package private(set) var text: String

    package init(stringLiteral literal: StaticString) {
        text = literal.description
    }

    package init(stringInterpolation interpolation: Interpolation) {
        text = interpolation.text
    }

    /// JSON on several lines; its strings are already escaped.
    package init(_ json: JSONText) {
        text = String(decoding: json.indentedBytes, as: UTF8.self)
    }

    /// The items of a JSON list without its brackets, each beginning on a line of its own.
    ///
    /// - Parameter depth: how deep the items are nested.
    package init(items: some Sequence<JSONText>, depth: Int) {
        text = String(decoding: JSONText.indentedItems(items, depth: depth), as: UTF8.self)
    }

    package static func + (left: Self, right: Self) -> Self {
        var sum = left
        sum += right
        return sum
    }

    package static func += (left: inout Self, right: Self) {
        left.text += right.text
    }

    /// The colours of messages.
    package enum Color: Sendable {
        case red, yellow, cyan, boldRed

        /// Select Graphic Rendition (ECMA-48, 8.3.117).
        fileprivate var start: String {
            switch self {
            case .red: "\u{1B}[31m"
            case .yellow: "\u{1B}[33m"
            case .cyan: "\u{1B}[36m"
            case .boldRed: "\u{1B}[1;31m"
            }
        }

        fileprivate static let end = "\u{1B}[0m"
    }
}

extension PrintableText {
    package struct Interpolation: StringInterpolationProtocol {
        fileprivate var text = ""

        package init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity + interpolationCount * 16)
        }

        package mutating func appendLiteral(_ literal: StaticString) {
            text += literal.description
        }

        /// Appends escaped text, including line breaks.
        package mutating func appendInterpolation(_ value: String) {
            text += PrintableText.escaped(value)
        }

        /// Appends escaped text, including line breaks, unless the value defines how it is printed.
        package mutating func appendInterpolation<Value>(_ value: Value) {
            if let value = value as? any PrintableTextConvertible {
                text += value.printableText.text
            } else {
                text += PrintableText.escaped(String(describing: value))
            }
        }

        package mutating func appendInterpolation(_ part: PrintableText) {
            text += part.text
        }

        /// Appends text in a colour, or uncoloured if it is nil.
        package mutating func appendInterpolation(_ part: PrintableText, in color: Color?) {
            guard let color else { return text += part.text }
            text += color.start + part.text + Color.end
        }

        /// Appends text of several lines: line feeds are kept, everything else is escaped.
        package mutating func appendInterpolation(lines value: String) {
            text += PrintableText.escaped(value, keepingLines: true)
        }
    }
}

/// A value that decides itself how it is printed, for example on several lines.
package protocol PrintableTextConvertible {
    var printableText: PrintableText { get }
}

extension Sequence<PrintableText> {
    package func joined(separator: PrintableText) -> PrintableText {
        var joined: PrintableText = ""
        for (index, part) in enumerated() {
            if index > 0 { joined += separator }
            joined += part
        }
        return joined
    }
}
