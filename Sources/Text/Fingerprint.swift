/// A 128-bit hash that shows whether inputs have changed. It is fast, but doesn't protect against deliberate
/// collisions.
package struct Fingerprint: Hashable, Sendable {
    package var high: UInt64
    package var low: UInt64

    package init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// The fingerprint of bytes, hashed eight at a time.
    package init(of bytes: [UInt8]) {
        var mixer = FingerprintMixer()
        mixer.add(bytes)
        self = mixer.fingerprint
    }

    /// The fingerprint of several inputs in order; `a`, `bc` and `ab`, `c` have different ones.
    package init(_ parts: Part...) {
        var mixer = FingerprintMixer()
        for part in parts { mixer.add(part) }
        self = mixer.fingerprint
    }

    /// An input of a fingerprint.
    package enum Part {
        case text(String)
        case number(Int)
        case fingerprint(Fingerprint)
    }
}

/// Computes a fingerprint of many parts.
package struct FingerprintMixer {
    private var high: UInt64 = 0x9E37_79B9_7F4A_7C15
    private var low: UInt64 = 0xC2B2_AE3D_27D4_EB4F

    package init() {}

    package mutating func add(_ part: Fingerprint.Part) {
        switch part {
        case .text(let text):
            var text = text
            text.withUTF8 { add($0) }
        case .number(let number): mix(UInt64(bitPattern: Int64(number)))
        case .fingerprint(let other):
            mix(other.high)
            mix(other.low)
        }
    }

    package mutating func add(_ bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { add($0) }
    }

    package var fingerprint: Fingerprint {
        var copy = self
        copy.mix(0x5EED)
        copy.mix(0x1EAF)
        return Fingerprint(high: copy.high, low: copy.low)
    }

    private mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
        add(UnsafeRawBufferPointer(bytes))
    }

    package mutating func add(_ raw: UnsafeRawBufferPointer) {
        var offset = 0
        while offset + 8 <= raw.count {
            mix(raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
            offset += 8
        }
        var tail: UInt64 = 0
        while offset < raw.count {
            tail = tail << 8 | UInt64(raw[offset])
            offset += 1
        }
        mix(tail)
        mix(UInt64(raw.count))
    }

    /// Mixes a word into both lanes by multiplying and folding, as wyhash does.
    private mutating func mix(_ word: UInt64) {
        let first = (high ^ word).multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
        let second = (low ^ word ^ 0xE703_7ED1_A0B4_28DB).multipliedFullWidth(by: 0x8EBC_6AF0_9C88_C6E3)
        high = first.high ^ first.low &+ high
        low = second.high ^ second.low &+ low
    }
}

extension Fingerprint: CustomStringConvertible {
    /// The fingerprint as 32 hexadecimal digits.
    package var description: String {
        String(unsafeUninitializedCapacity: 32) { buffer in
            for index in 0..<32 { buffer[index] = digit(index) }
            return 32
        }
    }

    /// Appends the digits of ``description``.
    package func append(to output: inout [UInt8]) {
        for index in 0..<32 { output.append(digit(index)) }
    }

    private func digit(_ index: Int) -> UInt8 {
        let word = index < 16 ? high : low
        let nibble = UInt8(truncatingIfNeeded: word >> UInt64(60 - index % 16 * 4)) & 15
        return nibble < 10 ? UInt8(ascii: "0") + nibble : UInt8(ascii: "a") + nibble - 10
    }

    package init?(_ text: some StringProtocol) {
        self.init(digits: Array(text.utf8)[...])
    }

    /// Parses the 32 digits of ``description``.
    package init?(digits: ArraySlice<UInt8>) {
        guard digits.count == 32 else { return nil }
        var words: (high: UInt64, low: UInt64) = (0, 0)
        for (index, byte) in digits.enumerated() {
            let nibble: UInt8
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): nibble = byte - UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): nibble = byte - UInt8(ascii: "a") + 10
            default: return nil
            }
            if index < 16 {
                words.high = words.high << 4 | UInt64(nibble)
            } else {
                words.low = words.low << 4 | UInt64(nibble)
            }
        }
        (high, low) = words
    }
}
