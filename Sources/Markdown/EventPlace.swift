internal import Newsletter

/// Determines an event's mode from the words of its location.
enum EventPlace {
    /// The words that issues use, in the languages that drafts are written in.
    private static let hybrid: [StaticString] = ["hybrid", "hybride", "híbrido"]
    private static let virtual: [StaticString] = ["virtuell", "virtual", "online", "remote", "en ligne", "en línea"]
    private static let inPerson: [StaticString] = ["in-person", "in person"]

    /// Reads a location: `Hybrid - Virtual and In-Person (München, DE)` is a hybrid event in `München, DE`.
    ///
    /// - Parameter underVirtual: whether the section is for virtual events, which decides if the location doesn't say
    ///   the mode.
    static func read(_ text: String, underVirtual: Bool) -> (mode: Event.Mode, place: String?) {
        let (saysHybrid, saysVirtual, saysInPerson) = modes(in: text)
        let place = saysHybrid || saysVirtual || saysInPerson ? stripped(text) : text
        let mode: Event.Mode
        if saysHybrid || saysVirtual && saysInPerson {
            mode = .hybrid
        } else if saysVirtual {
            // "Virtual + Portland, OR, US" takes place at both; "Virtual (Portland, OR, US)" is a virtual event of a
            // local group.
            mode = isJoined(text.lowercased()) ? .hybrid : .virtual
        } else if saysInPerson {
            mode = .inPerson
        } else {
            mode = underVirtual ? .virtual : .inPerson
        }
        return (mode, place.isEmpty ? (text.isEmpty ? nil : text) : place)
    }

    /// Which words occur in a text, ignoring case. All are looked for at once, because each event has a location.
    private static func modes(in text: String) -> (hybrid: Bool, virtual: Bool, inPerson: Bool) {
        var text = text
        return text.withUTF8 { bytes in
            var found = (hybrid: false, virtual: false, inPerson: false)
            func isWord(at start: Int, among words: [StaticString]) -> Bool {
                words.contains { bytes.hasFolded($0, at: start) }
            }
            for start in bytes.indices {
                switch bytes[start] | 0x20 {
                case UInt8(ascii: "h"): found.hybrid = found.hybrid || isWord(at: start, among: hybrid)
                case UInt8(ascii: "v"), UInt8(ascii: "o"), UInt8(ascii: "r"), UInt8(ascii: "e"):
                    found.virtual = found.virtual || isWord(at: start, among: virtual)
                case UInt8(ascii: "i"): found.inPerson = found.inPerson || isWord(at: start, among: inPerson)
                default: break
                }
            }
            return found
        }
    }

    /// Whether a word for virtual events is joined to something else, such as a city.
    private static func isJoined(_ lower: String) -> Bool {
        let joints = ["+", "&", "and"].filter { lower.hasBytes(of: $0) }
        return joints.contains { joint in
            virtual.contains { lower.hasBytes(of: "\($0) \(joint) ") || lower.hasBytes(of: " \(joint) \($0)") }
        }
    }

    /// The location without the words for its mode, and without the parentheses around it.
    private static func stripped(_ text: String) -> String {
        var words = text
        for phrase in hybrid + inPerson + virtual {
            while let range = words.firstFolded(phrase) { words.removeSubrange(range) }
        }
        var place = words.trimmed
        var previous = ""
        while place != previous {
            previous = place
            for joint in jointsBefore where place.utf8.starts(with: joint, foldedAt: 0) {
                place = String(Substring(place.utf8.dropFirst(joint.utf8CodeUnitCount))).trimmed
            }
            for joint in jointsBehind
            where place.utf8.starts(with: joint, foldedAt: place.utf8.count - joint.utf8CodeUnitCount) {
                place = String(Substring(place.utf8.dropLast(joint.utf8CodeUnitCount))).trimmed
            }
            if place == "and" { place = "" }
            if place.hasPrefix("("), let close = place.firstIndex(of: ")") {
                let inside = String(place[place.index(after: place.startIndex)..<close]).trimmed
                let after = String(place[place.index(after: close)...]).trimmed
                // The parentheses may have contained only the words that were removed.
                let isEmptied = !inside.contains { $0.isLetter } || inside.lowercased() == "and"
                place = isEmptied ? after : after.isEmpty ? inside : "\(inside) \(after)"
            }
            if place.hasSuffix(")"), let open = place.lastIndex(of: "("),
                !place[open...].contains(where: \.isLetter)
            {
                place = String(place[..<open]).trimmed
            }
        }
        return place
    }

    private static let jointsBefore: [StaticString] = ["and ", "+", "&", "-", ":", ",", "/", ";"]
    private static let jointsBehind: [StaticString] = [" and", "+", "&", "-", ":", ",", ";"]
}

extension String.UTF8View {
    /// Whether a word, given in lower case, is at an offset, ignoring case.
    fileprivate func starts(with word: StaticString, foldedAt offset: Int) -> Bool {
        guard offset >= 0, offset + word.utf8CodeUnitCount <= count else { return false }
        return word.withUTF8Buffer { wanted in
            var index = self.index(startIndex, offsetBy: offset)
            for byte in wanted {
                if Self.lowered(self[index]) != byte { return false }
                formIndex(after: &index)
            }
            return true
        }
    }

    fileprivate static func lowered(_ byte: UInt8) -> UInt8 { 0x41...0x5A ~= byte ? byte | 0x20 : byte }
}

extension String {
    /// Whether a word, given in lower case, occurs in the text, ignoring case.
    func hasFolded(_ word: StaticString) -> Bool { firstFolded(word) != nil }

    /// The range of the first occurrence of a word, given in lower case, ignoring case.
    fileprivate func firstFolded(_ word: StaticString) -> Range<String.Index>? {
        let offset = word.withUTF8Buffer { wanted in
            let found = utf8.withContiguousStorageIfAvailable { Self.offset(of: wanted, in: $0) }
            return found ?? Array(utf8).withUnsafeBufferPointer { Self.offset(of: wanted, in: $0) }
        }
        guard let offset else { return nil }
        let start = utf8.index(utf8.startIndex, offsetBy: offset)
        return start..<utf8.index(start, offsetBy: word.utf8CodeUnitCount)
    }

    private static func offset(of word: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>) -> Int? {
        guard text.count >= word.count else { return nil }
        for start in 0...(text.count - word.count) where UTF8View.lowered(text[start]) == word[0] {
            if (1..<word.count).allSatisfy({ UTF8View.lowered(text[start + $0]) == word[$0] }) { return start }
        }
        return nil
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether a word, given in lower case, is at an offset, ignoring case.
    fileprivate func hasFolded(_ word: StaticString, at offset: Int) -> Bool {
        guard offset + word.utf8CodeUnitCount <= count else { return false }
        return word.withUTF8Buffer { wanted in
            wanted.indices.allSatisfy { String.UTF8View.lowered(self[offset + $0]) == wanted[$0] }
        }
    }
}

extension String {
    /// Whether a part occurs in this text, compared byte by byte, which is much faster than comparing characters.
    func hasBytes(of part: String) -> Bool {
        let (whole, part) = (Array(utf8), Array(part.utf8))
        guard let first = part.first, whole.count >= part.count else { return part.isEmpty }
        for start in 0...(whole.count - part.count) where whole[start] == first {
            if whole[start..<(start + part.count)].elementsEqual(part) { return true }
        }
        return false
    }
}
