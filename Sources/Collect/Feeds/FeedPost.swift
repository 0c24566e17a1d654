internal import Text

/// A post of a feed.
struct FeedPost: Hashable, Sendable {
    /// The title as plain text.
    var title: String
    /// The URL of the post's page; absolute if possible.
    var url: String?
    /// When the post was published, or else updated, in seconds since 1970.
    var time: Int?
    /// The member with a time that can't be read, so that the post's age is unknown.
    var unreadableTime: String?
    var author: String?
    var categories: [String] = []
}

extension FeedPost {
    /// Sets ``time`` to the first time that can be read.
    ///
    /// - Parameter written: the members that may contain the time, the best first; missing ones are nil.
    mutating func setTime(_ written: [(member: String, text: String?)]) {
        time = written.lazy.compactMap { $0.text.flatMap(Timestamp.any) }.first
        guard time == nil else { return }
        unreadableTime = written.first { !($0.text ?? "").trimmedBlanks.isEmpty }?.member
    }
}

/// A feed in any of the four formats.
struct Feed: Hashable, Sendable {
    var title: String?
    var posts: [FeedPost] = []
    /// The faults of posts that lack a required member.
    var faults: [Fault] = []

    struct Fault: Error, Hashable, Sendable {
        /// The invalid member; nil if the fault is about the whole feed.
        var field: String?
        var problem: String
    }
}
