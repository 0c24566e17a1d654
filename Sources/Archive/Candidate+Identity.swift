internal import Address
package import Newsletter

extension Candidate {
    /// What makes two candidates the same: the canonical URL; for events also the day and the region, as a hybrid event
    /// stands in two regions; the title's words where there is no address.
    package var identity: String {
        let address = url.map { CanonicalURL($0).description } ?? "title:" + title.lowercased()
        guard case .event(let event) = content else { return address }
        return "\(address) \(event.start) \(SectionName.key(section ?? ""))"
    }
}

extension Entry {
    /// The same of an entry in a section; nil where the entry has no address.
    package func identity(in section: Section) -> String? {
        guard let url else { return nil }
        let address = CanonicalURL(url).description
        guard case .event(let event) = content else { return address }
        return "\(address) \(event.start) \(SectionName.key(section.title))"
    }
}
