internal import Context
internal import Mustache
internal import Synchronization
internal import Text

/// Renders templates quickly: the template library renders a page of a certain shape only once, with markers in place
/// of the values; further pages of that shape are rendered by filling in the values.
///
/// Two contexts have the same shape if they have the same names, flags and list lengths, so that they are rendered in
/// the same way except for the values.
final class TemplateCache: Sendable {
    /// The fingerprint of the constants and the templates.
    let fingerprint: Fingerprint
    private let library: MustacheLibrary
    /// Names with values that are the same on all pages.
    private let constants: TemplateContext
    private let compiled: Mutex<[Fingerprint: CompiledTemplate]> = Mutex([:])

    init(fingerprint: Fingerprint = Fingerprint(), library: MustacheLibrary, constants: TemplateContext) {
        self.fingerprint = fingerprint
        self.library = library
        self.constants = constants
    }

    /// The output of a template with `values`; empty if there is no such template.
    func render(_ template: String, _ values: TemplateContext) -> [UInt8] {
        var shape = Shape(template)
        shape.add(values)
        let compiledTemplate: CompiledTemplate
        if let known = compiled.withLock({ $0[shape.key] }) {
            compiledTemplate = known
        } else {
            compiledTemplate = CompiledTemplate(set(template, marking: values))
            compiled.withLock { $0[shape.key] = compiledTemplate }
        }
        return compiledTemplate.printing(shape.values)
    }

    private func set(_ template: String, marking values: TemplateContext) -> String {
        var marks = 0
        var object = Self.object(constants) { _ in nil }
        for (name, value) in Self.object(
            values,
            mark: { _ in
                defer { marks += 1 }
                return CompiledTemplate.mark(marks)
            })
        { object[name] = value }
        return library.render(object, withTemplate: template) ?? ""
    }

    /// Converts a context for the template library; `mark` returns the text that replaces a value.
    private static func object(_ context: TemplateContext, mark: (TemplateValue) -> String?) -> [String: Any] {
        var object: [String: Any] = [:]
        for (name, value) in context.pairs {
            switch value {
            case .text(let text): object[name] = mark(value) ?? text
            case .html(let bytes): object[name] = mark(value) ?? String(decoding: bytes, as: UTF8.self)
            case .flag(let flag): object[name] = flag
            case .object(let inner): object[name] = Self.object(inner, mark: mark)
            case .list(let items): object[name] = items.map { Self.object($0, mark: mark) }
            }
        }
        return object
    }

    /// The shape of a context, and the context's values in order.
    private struct Shape {
        private var mixer = FingerprintMixer()
        private(set) var values: [TemplateValue] = []

        var key: Fingerprint { mixer.fingerprint }

        init(_ template: String) {
            mixer.add(.text(template))
            values.reserveCapacity(32)
        }

        mutating func add(_ context: TemplateContext) {
            mixer.add(.number(context.pairs.count))
            for (name, value) in context.pairs {
                mixer.add(.text(name))
                switch value {
                case .text, .html:
                    mixer.add(.number(-1))
                    values.append(value)
                case .flag(let flag): mixer.add(.number(flag ? -2 : -3))
                case .object(let inner):
                    mixer.add(.number(-4))
                    add(inner)
                case .list(let items):
                    mixer.add(.number(-5))
                    mixer.add(.number(items.count))
                    for item in items { add(item) }
                }
            }
        }
    }
}

/// A page rendered with markers in place of its values.
private struct CompiledTemplate: Sendable {
    private enum Piece: Sendable {
        case bytes([UInt8])
        case value(Int, isEscaped: Bool)
    }

    private let pieces: [Piece]

    /// The marker for a value; the bracket in it shows afterwards whether the template escaped the value.
    static func mark(_ index: Int) -> String { "\(open)\(index)<\(close)" }

    /// The beginning of a marker, with a random number so that text in a template or in the settings is never mistaken
    /// for a marker.
    private static let open = "\u{F8F0}\(String(UInt64.random(in: .min ... .max), radix: 36))\u{F8F2}"
    private static let close = "\u{F8F1}"

    init(_ set: String) {
        var pieces: [Piece] = []
        let (open, close) = (Array(Self.open.utf8), Array(Self.close.utf8))
        let bytes = Array(set.utf8)
        var start = 0
        var index = 0
        while index < bytes.count {
            // Only private-use characters begin with this byte and the following two.
            guard bytes[index] == open[0], bytes[index...].starts(with: open),
                let end = Self.position(of: close, in: bytes, from: index)
            else {
                index += 1
                continue
            }
            let inside = bytes[(index + open.count)..<end]
            let digits = inside.prefix { $0 >= 0x30 && $0 <= 0x39 }
            if index > start { pieces.append(.bytes(Array(bytes[start..<index]))) }
            if let number = Int(String(decoding: digits, as: UTF8.self)) {
                pieces.append(.value(number, isEscaped: inside.count > digits.count + 1))
            }
            index = end + close.count
            start = index
        }
        if start < bytes.count { pieces.append(.bytes(Array(bytes[start...]))) }
        self.pieces = pieces
    }

    private static func position(of part: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
        bytes[start...].indices.prefix(64).first { bytes[$0...].starts(with: part) }
    }

    func printing(_ values: [TemplateValue]) -> [UInt8] {
        var page: [UInt8] = []
        page.reserveCapacity(size(values))
        for piece in pieces {
            switch piece {
            case .bytes(let bytes): page += bytes
            case .value(let index, let isEscaped):
                switch values[index] {
                case .text(let text):
                    if isEscaped { Escaping.appendHTML(text, to: &page) } else { page += text.utf8 }
                case .html(let bytes): page += bytes
                default: break
                }
            }
        }
        return page
    }

    private func size(_ values: [TemplateValue]) -> Int {
        pieces.reduce(0) { sum, piece in
            switch piece {
            case .bytes(let bytes): sum + bytes.count
            case .value(let index, _):
                switch values[index] {
                case .html(let bytes): sum + bytes.count
                case .text(let text): sum + text.utf8.count + 16
                default: sum
                }
            }
        }
    }
}
