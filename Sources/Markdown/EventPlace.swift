internal import Newsletter

/// Tells an event's mode from the words of its place.
enum EventPlace {
    private static let hybrid = ["hybrid"]
    private static let virtual = ["virtual", "online", "remote"]
    private static let inPerson = ["in-person", "in person"]

    /// `Hybrid - Virtual and In-Person (München, DE)` is hybrid in `München, DE`.
    ///
    /// - Parameter underVirtual: decides where the place's own words are silent.
    static func read(_ text: String, underVirtual: Bool) -> (mode: Event.Mode, place: String?) {
        let lower = text.lowercased()
        let saysHybrid = hybrid.contains { lower.hasBytes(of: $0) }
        let saysVirtual = virtual.contains { lower.hasBytes(of: $0) }
        let saysInPerson = inPerson.contains { lower.hasBytes(of: $0) }
        let place = saysHybrid || saysVirtual || saysInPerson ? stripped(text) : text
        let mode: Event.Mode
        if saysHybrid || saysVirtual && saysInPerson {
            mode = .hybrid
        } else if saysVirtual {
            // "Virtual + Portland, OR, US" takes place at both; "Virtual (Portland, OR, US)" is one's home.
            mode = isJoined(lower) ? .hybrid : .virtual
        } else if saysInPerson {
            mode = .inPerson
        } else {
            mode = underVirtual ? .virtual : .inPerson
        }
        return (mode, place.isEmpty ? (text.isEmpty ? nil : text) : place)
    }

    private static func isJoined(_ lower: String) -> Bool {
        for word in virtual {
            for joined in ["\(word) + ", "\(word) & ", "\(word) and ", " + \(word)", " & \(word)", " and \(word)"]
            where lower.hasBytes(of: joined) {
                return true
            }
        }
        return false
    }

    /// The place without the words for its mode, and without the brackets it stands in.
    private static func stripped(_ text: String) -> String {
        var words = text
        for phrase in hybrid + inPerson + virtual {
            while let range = range(of: phrase, in: words) { words.removeSubrange(range) }
        }
        var place = words.trimmed
        var previous = ""
        while place != previous {
            previous = place
            for joint in ["and ", "+", "&", "-", ":", ",", "/", ";"] where place.lowercased().hasPrefix(joint) {
                place = String(place.dropFirst(joint.count)).trimmed
            }
            for joint in [" and", "+", "&", "-", ":", ",", ";"] where place.lowercased().hasSuffix(joint) {
                place = String(place.dropLast(joint.count)).trimmed
            }
            if place == "and" { place = "" }
            if place.hasPrefix("("), let close = place.firstIndex(of: ")") {
                let inside = String(place[place.index(after: place.startIndex)..<close]).trimmed
                let behind = String(place[place.index(after: close)...]).trimmed
                // Nothing but the words that were taken away may have stood in the brackets.
                let isEmptied = !inside.contains { $0.isLetter } || inside.lowercased() == "and"
                place = isEmptied ? behind : behind.isEmpty ? inside : "\(inside) \(behind)"
            }
            if place.hasSuffix(")"), let open = place.lastIndex(of: "("),
                !place[open...].contains(where: \.isLetter)
            {
                place = String(place[..<open]).trimmed
            }
        }
        return place
    }

    private static func range(of phrase: String, in text: String) -> Range<String.Index>? {
        var index = text.startIndex
        while index < text.endIndex {
            let rest = text[index...]
            if rest.lowercased().hasPrefix(phrase), rest.prefix(phrase.count).lowercased() == phrase {
                return index..<text.index(index, offsetBy: phrase.count)
            }
            index = text.index(after: index)
        }
        return nil
    }
}

extension String {
    /// Whether another text's bytes occur in this one's; much quicker than comparing characters.
    func hasBytes(of part: String) -> Bool {
        let (whole, part) = (Array(utf8), Array(part.utf8))
        guard let first = part.first, whole.count >= part.count else { return part.isEmpty }
        for start in 0...(whole.count - part.count) where whole[start] == first {
            if whole[start..<(start + part.count)].elementsEqual(part) { return true }
        }
        return false
    }
}
