internal import Archive
internal import Newsletter
internal import Text

/// Derives a piece's identity from its text.
enum PieceIdentity {
    /// The identity of an item or paragraph.
    static func key(of bytes: ArraySlice<UInt8>) -> IssuePiece.Key {
        guard let fields = EntryFields(bytes), !fields.url.isEmpty else { return .text(words(of: bytes)) }
        let url = String(decoding: fields.url, as: UTF8.self)
        guard !fields.date.isEmpty else { return .link(EntryIdentity(link: url).text) }
        let date = words(of: fields.date[...])
        guard !fields.hasOnlyOrganizers, let start = CalendarDate(iso8601: String(date.prefix(10))) else {
            // Without a URL of its own, only its words distinguish an event from others.
            let words = fields.hasOnlyOrganizers ? EntryIdentity.key(words(of: bytes)) : EntryIdentity(link: url).text
            return .event(url: words, date: date)
        }
        let event = Event(start: start, end: nil, mode: .inPerson, place: nil, organizers: [])
        let title = String(decoding: fields.title, as: UTF8.self)
        return .event(url: EntryIdentity(event, title: title, url: url).withoutDay, date: start.description)
    }

    /// A text's words with single spaces in between.
    static func words(of bytes: ArraySlice<UInt8>) -> String {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        var isGap = false
        for byte in bytes {
            if byte <= 0x20 {
                isGap = !output.isEmpty
            } else {
                if isGap { output.append(0x20) }
                isGap = false
                output.append(byte)
            }
        }
        return String(decoding: output, as: UTF8.self)
    }
}
