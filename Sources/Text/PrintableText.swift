/// Text that is safe to print on a terminal and in a log.
///
/// Only literals are printed as they are. Every interpolated value is escaped, because it may come from a stranger: control
/// characters, line breaks, and characters that are invisible or turn the direction of writing appear as `\u{1B}`. So
/// titles, addresses, file names and messages of servers can't move the cursor, rename the window or start a line.
///
///     Terminal.say("\(file.path): \(error)")
///
/// Literals are `StaticString`, so that no text made at run time passes for one.
package struct PrintableText: Hashable, Sendable, ExpressibleByStringInterpolation {
    package private(set) var text: String

    package init(stringLiteral literal: StaticString) {
        text = literal.description
    }

    package init(stringInterpolation interpolation: Interpolation) {
        text = interpolation.text
    }

    /// JSON on several lines; its strings have their own escapes.
    package init(_ json: JSONText) {
        text = String(decoding: json.indentedBytes, as: UTF8.self)
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

        /// Escaped, line breaks too.
        package mutating func appendInterpolation(_ value: String) {
            text += PrintableText.escaped(value)
        }

        /// Escaped, line breaks too, unless the value knows itself how to be printed.
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

        /// In a colour; plain where that is nil.
        package mutating func appendInterpolation(_ part: PrintableText, in color: Color?) {
            guard let color else { return text += part.text }
            text += color.start + part.text + Color.end
        }

        /// Text of several lines: its line feeds stay, everything else is escaped.
        package mutating func appendInterpolation(lines value: String) {
            text += PrintableText.escaped(value, keepingLines: true)
        }
    }
}

/// What has line breaks of its own when it is printed.
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
