// What the renderer appends to its output.
extension HTMLRenderer {
    mutating func startLine() {
        if let last = output.last, last != UInt8(ascii: "\n") { output.append(UInt8(ascii: "\n")) }
    }

    mutating func append(_ text: StaticString) {
        HTMLEscaping.append(text, to: &output)
    }

    mutating func append(text: String) {
        output.append(contentsOf: text.utf8)
    }

    mutating func appendEscaped(_ bytes: UnsafeBufferPointer<UInt8>) {
        HTMLEscaping.append(bytes, to: &output)
    }

    mutating func appendAddress(_ bytes: UnsafeBufferPointer<UInt8>) {
        HTMLEscaping.appendAddress(bytes, to: &output)
    }

    func escaped(_ text: String) -> String {
        var bytes: [UInt8] = []
        Array(text.utf8).withUnsafeBufferPointer { HTMLEscaping.append($0, to: &bytes) }
        return String(decoding: bytes, as: UTF8.self)
    }
}
