/// Cuts folded text into tokens (`FORMAT.md`, Tokens).
package struct Tokenizer {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let isForIndex: Bool
    private var position = 0
    private var previous = 0..<0
    /// The word and those before it that are joined to it by single underscores, and how many they are.
    private var joined = (start: 0, count: 0)

    /// Receives the range of a token, and the number of preceding words that the token covers; 0 for a word.
    package typealias Emit = (_ range: Range<Int>, _ covered: Int) -> Void

    /// - Parameters:
    ///   - text: the result of ``TextFolding/folded(_:)``.
    ///   - isForIndex: whether runs without spaces also end with a token of their last character.
    package static func scan(_ text: [UInt8], isForIndex: Bool, _ emit: Emit) {
        text.withUnsafeBufferPointer { bytes in
            var tokenizer = Tokenizer(bytes: bytes, isForIndex: isForIndex)
            tokenizer.run(emit)
        }
    }

    private init(bytes: UnsafeBufferPointer<UInt8>, isForIndex: Bool) {
        self.bytes = bytes
        self.isForIndex = isForIndex
    }

    private mutating func run(_ emit: Emit) {
        while position < bytes.count {
            let (kind, length) = character(at: position)
            switch kind {
            case .other: position += length
            case .spaceless: pairs(emit)
            case .word: word(emit)
            }
        }
    }

    private mutating func pairs(_ emit: Emit) {
        var starts: [Int] = []
        while position < bytes.count {
            let (kind, length) = character(at: position)
            guard kind == .spaceless else { break }
            starts.append(position)
            position += length
        }
        for index in 0..<(starts.count - 1) {
            emit(starts[index]..<(index + 2 < starts.count ? starts[index + 2] : position), 0)
        }
        if isForIndex || starts.count == 1 { emit(starts[starts.count - 1]..<position, 0) }
        previous = 0..<0
    }

    private mutating func word(_ emit: Emit) {
        let start = position
        var count = 0
        while position < bytes.count {
            let (kind, length) = character(at: position)
            if kind == .word {
                position += length
                count += 1
            } else if bytes[position] == UInt8(ascii: "."), isDigit(position - 1), isDigit(position + 1) {
                position += 1
                count += 1
            } else {
                break
            }
        }
        if byte(position) == UInt8(ascii: "+"), byte(position + 1) == UInt8(ascii: "+"), !isWord(at: position + 2) {
            position += 2
        } else if byte(position) == UInt8(ascii: "#"), count <= 2, !isDigit(position - 1), !isWord(at: position + 1) {
            position += 1
        }
        let word = start..<position
        guard count <= Self.longestWord else {
            previous = 0..<0
            return
        }
        emit(word, 0)
        join(word, emit)
        compounds(of: word, emit)
        previous = word
        skipContraction()
    }

    /// Words as `no_std` are found by their parts and as a whole.
    private mutating func join(_ word: Range<Int>, _ emit: Emit) {
        if byte(word.lowerBound - 1) == UInt8(ascii: "_"), isPrevious(endingAt: word.lowerBound - 1) {
            joined.count += 1
        } else {
            joined = (word.lowerBound, 1)
        }
        let goesOn = byte(word.upperBound) == UInt8(ascii: "_") && isWord(at: word.upperBound + 1)
        if joined.count > 1, !goesOn { emit(joined.start..<word.upperBound, joined.count) }
    }

    private func compounds(of word: Range<Int>, _ emit: Emit) {
        let start = word.lowerBound
        let before = byte(start - 1)
        switch before {
        case UInt8(ascii: "."):
            let opens = byte(start - 2)
            if !isDigit(start),
                opens == nil || opens == 0x20 || opens == UInt8(ascii: "(") || opens == UInt8(ascii: "\"")
            {
                emit((start - 1)..<word.upperBound, 1)
            }
        case UInt8(ascii: "["):
            if byte(start - 2) == UInt8(ascii: "#") {
                emit((start - 2)..<word.upperBound, 1)
            } else if byte(start - 2) == UInt8(ascii: "!"), byte(start - 3) == UInt8(ascii: "#") {
                emit((start - 3)..<word.upperBound, 1)
            }
        case UInt8(ascii: "<"):
            if isPrevious(endingAt: start - 1), byte(word.upperBound) == UInt8(ascii: ">") {
                emit(previous.lowerBound..<(word.upperBound + 1), 2)
            }
        case UInt8(ascii: "/"):
            let outer = byte(previous.lowerBound - 1)
            if isPrevious(endingAt: start - 1), byte(word.upperBound) != before, outer != before,
                outer != UInt8(ascii: ".")
            {
                emit(previous.lowerBound..<word.upperBound, 2)
            }
        case UInt8(ascii: ":"):
            if byte(start - 2) == before, isPrevious(endingAt: start - 2) {
                emit(previous.lowerBound..<word.upperBound, 2)
            }
        default: break
        }
    }

    /// Skips a contraction: `'s`, `'t`, `'re`.
    private mutating func skipContraction() {
        var next = position
        if byte(next) == UInt8(ascii: "'") {
            next += 1
        } else if byte(next) == 0xE2, byte(next + 1) == 0x80, byte(next + 2) == 0x99 {
            next += 3
        } else {
            return
        }
        let start = next
        while let letter = byte(next), letter >= UInt8(ascii: "a"), letter <= UInt8(ascii: "z") { next += 1 }
        if next > start, next - start <= 2, !isWord(at: next) { position = next }
    }

    /// The maximum length of a word in characters; a longer one is usually a key or a checksum.
    private static let longestWord = 40

    private func isPrevious(endingAt end: Int) -> Bool { !previous.isEmpty && previous.upperBound == end }

    private func byte(_ index: Int) -> UInt8? { index >= 0 && index < bytes.count ? bytes[index] : nil }

    private func isDigit(_ index: Int) -> Bool {
        guard let byte = byte(index) else { return false }
        return byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
    }

    private func isWord(at index: Int) -> Bool { index < bytes.count && character(at: index).kind != .other }

    private func character(at index: Int) -> (kind: CharacterKind, length: Int) {
        let byte = bytes[index]
        if byte < 0x80 { return (CharacterKind(ascii: byte), 1) }
        let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
        guard index + length <= bytes.count else { return (.other, bytes.count - index) }
        var value = UInt32(byte) & (0xFF >> UInt32(length + 1))
        for offset in 1..<length { value = value << 6 | UInt32(bytes[index + offset] & 0x3F) }
        return (Unicode.Scalar(value).map(CharacterKind.init) ?? .other, length)
    }
}
