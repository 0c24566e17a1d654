import Newsletter
import Testing

@Suite struct PublicationTests {
    @Test func hasSensibleDefaults() {
        let publication = Publication(title: "Weekly", address: "https://example.org/")
        #expect(publication.category == "Weekly")
        #expect(publication.language == "en" && publication.timeZone == "UTC")
        #expect(publication.issueAddress == "/blog/{year}/{month}/{day}/{slug}/")
        #expect(publication.feedItems == 4 && publication.homeItems == 10)
        #expect(publication.folders.issues == "content" && publication.folders.drafts == "draft")
    }

    /// The names are an interface: settings and `inspect` speak them.
    @Test func namesKindsAndTypes() {
        #expect(
            SectionKind.allCases.map(\.rawValue) == [
                "links", "events", "pull-requests", "proposals", "testing", "participation", "pick", "quote", "jobs",
                "triage", "prose",
            ])
        let contents: [Entry.Content] = [
            .link, .pullRequest(.init(repository: "a/b", number: 1)), .proposal(.init(stage: nil, disposition: nil)),
            .callForTesting(.init(steps: nil)),
            .callForParticipation(.init(kind: .project, closes: nil, place: nil, date: nil)), .pick,
            .quote(.init(text: "", attribution: nil)), .job, .triage, .prose,
        ]
        #expect(
            contents.map(\.type) == [
                "link", "pull-request", "proposal", "call-for-testing", "call-for-participation", "pick", "quote",
                "job", "triage", "prose",
            ])
        #expect(Event.Mode.inPerson.rawValue == "in-person")
    }
}
