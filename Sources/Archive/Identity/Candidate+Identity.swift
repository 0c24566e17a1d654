package import Newsletter

extension Candidate {
    /// The text by which the pool and decisions recognise a candidate: that of its ``EntryIdentity``, and for events
    /// also the region, because a hybrid event is in two regions.
    package var identity: String { identity(uid: eventID) }

    /// The text that the candidate's entry in an issue has as its identity: issues don't have UIDs.
    package var identityInIssue: String { identity(uid: nil) }

    private func identity(uid: String?) -> String {
        let identity = EntryIdentity(url: url, title: title, content: content, uid: uid)
        return identity.text(in: section, of: content)
    }
}

extension Entry {
    /// The text that a candidate for this entry has as its ``Candidate/identityInIssue``; nil if the entry has no URL.
    package func identity(in section: Section) -> String? {
        guard url != nil else { return nil }
        return EntryIdentity(self).text(in: section.title, of: content)
    }
}

extension EntryIdentity {
    /// The identity of an issue's entry.
    package init(_ entry: Entry) {
        self.init(url: entry.url, title: entry.title, content: entry.content)
    }

    fileprivate func text(in section: String?, of content: Entry.Content) -> String {
        guard case .event = content else { return text }
        return "\(text) \(SectionName.key(section ?? ""))"
    }
}
