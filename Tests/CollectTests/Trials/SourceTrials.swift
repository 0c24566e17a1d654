extension SourceTrial {
    /// One line for each source that asks a server; more where it asks in several ways.
    static let all = [
        bluesky, nominations, tasks, newestThread, feeds, forem, hackerNews, iCalendar, jsonLD, lobsters, mastodon,
        meetup, mobilizon, redditFeeds, reddit, triage,
    ]
}
