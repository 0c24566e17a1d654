internal import Address
package import Newsletter

extension Candidate {
    /// The identity by which two candidates are the same: the canonical URL; for events also the day and the region,
    /// because a hybrid event is in two regions; without a URL, the words of the title.
    package var identity: String {
        let address = url.map { CanonicalURL($0).description } ?? "title:" + title.lowercased()
        guard case .event(let event) = content else { return address }
        return "\(address) \(event.start) \(SectionName.key(section ?? ""))"
    }
}

extension Entry {
    /// The identity of an entry in a section; nil if the entry has no URL.
    package func identity(in section: Section) -> String? {
        guard let url else { return nil }
        let address = CanonicalURL(url).description
        guard case .event(let event) = content else { return address }
        return "\(address) \(event.start) \(SectionName.key(section.title))"
    }
}
