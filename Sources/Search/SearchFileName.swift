internal import Text

/// Makes the names of the index's files (`FORMAT.md`, Names).
package enum SearchFileName {
    package static let manifest = "manifest.txt"
    /// The number of consecutive shards of terms that share a hash.
    package static let groupSize = 4
    /// The number of characters of a hash.
    package static let hashLength = 4

    package enum Kind: String, Sendable {
        case documents = "d"
        case terms = "t"
        case spelling = "s"
        case facets = "f"
    }

    package static func name(_ kind: Kind, hash: some StringProtocol, index: Int) -> String {
        "\(kind.rawValue)-\(hash)-\(index).txt"
    }

    /// The name of the file at a position of its kind; nil if there is none.
    ///
    /// - Parameter hashes: the hashes of all groups, one after the other.
    static func name(_ kind: Kind, position: Int, in hashes: String) -> String? {
        let start = position / groupSize * hashLength
        guard start >= 0, start + hashLength <= hashes.utf8.count else { return nil }
        let first = hashes.utf8.index(hashes.utf8.startIndex, offsetBy: start)
        return name(
            kind, hash: hashes[first..<hashes.utf8.index(first, offsetBy: hashLength)], index: position % groupSize)
    }

    /// The hash of a group's files.
    ///
    /// - Parameter salt: a number that changes with each attempt if two different groups have the same hash.
    static func hash(of group: some Collection<[UInt8]>, salt: Int) -> String {
        var mixer = FingerprintMixer()
        mixer.add(.number(salt))
        for file in group { mixer.add(file) }
        var bits = mixer.fingerprint.low
        var hash = ""
        for _ in 0..<hashLength {
            let digit = UInt8(truncatingIfNeeded: bits & 31)
            let letter = digit < 26 ? UInt8(ascii: "a") + digit : UInt8(ascii: "2") + digit - 26
            hash.unicodeScalars.append(Unicode.Scalar(letter))
            bits >>= 5
        }
        return hash
    }
}
