/// A 128-bit digest that tells whether inputs have changed. It is quick, and no defence against malice.
package struct Fingerprint: Hashable, Sendable {
    package var high: UInt64
    package var low: UInt64

    package init(high: UInt64, low: UInt64) {
        (self.high, self.low) = (high, low)
    }

    /// Of some bytes, eight at a time.
    package init(of bytes: [UInt8]) {
        var mixer = FingerprintMixer()
        mixer.add(bytes)
        self = mixer.fingerprint
    }

    /// Of several inputs in order; `a`, `bc` and `ab`, `c` differ.
    package init(_ parts: Part...) {
        var mixer = FingerprintMixer()
        for part in parts { mixer.add(part) }
        self = mixer.fingerprint
    }

    /// What a fingerprint can be made of.
    package enum Part {
        case text(String)
        case number(Int)
        case fingerprint(Fingerprint)
    }
}

/// Makes a fingerprint of many parts.
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
        let raw = UnsafeRawBufferPointer(bytes)
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

    /// Two lanes of multiply and fold, as wyhash does.
    private mutating func mix(_ word: UInt64) {
        let first = (high ^ word).multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
        let second = (low ^ word ^ 0xE703_7ED1_A0B4_28DB).multipliedFullWidth(by: 0x8EBC_6AF0_9C88_C6E3)
        high = first.high ^ first.low &+ high
        low = second.high ^ second.low &+ low
    }
}

extension Fingerprint: CustomStringConvertible {
    /// 32 hexadecimal digits.
    package var description: String { Self.hexadecimal(high) + Self.hexadecimal(low) }

    package init?(_ text: some StringProtocol) {
        guard text.utf8.count == 32, let high = UInt64(text.prefix(16), radix: 16), let low = UInt64(text.suffix(16), radix: 16)
        else { return nil }
        (self.high, self.low) = (high, low)
    }

    private static func hexadecimal(_ word: UInt64) -> String {
        let digits = String(word, radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }
}
