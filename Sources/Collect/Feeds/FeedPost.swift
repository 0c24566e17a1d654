internal import Text

/// A post as a feed tells it.
struct FeedPost: Hashable, Sendable {
    /// Plain text.
    var title: String
    /// Where it is to be read; absolute where the feed allows to tell.
    var url: String?
    /// Seconds since 1970; when it was published, else when it was updated.
    var time: Int?
    /// Where a time is written that cannot be read, so that nobody knows how old the post is.
    var unreadableTime: String?
    var author: String?
    var categories: [String] = []
}

extension FeedPost {
    /// Takes the first time that can be read.
    ///
    /// - Parameter written: the members that may hold it, the best first; those that are not there are nil.
    mutating func setTime(_ written: [(member: String, text: String?)]) {
        time = written.lazy.compactMap { $0.text.flatMap(Timestamp.any) }.first
        guard time == nil else { return }
        unreadableTime = written.first { !($0.text ?? "").trimmedBlanks.isEmpty }?.member
    }
}

/// A feed, in whichever of the four formats.
struct Feed: Hashable, Sendable {
    var title: String?
    var posts: [FeedPost] = []
    /// What a post lacks that it cannot do without.
    var faults: [Fault] = []

    struct Fault: Error, Hashable, Sendable {
        /// Nil where the whole feed is at fault.
        var field: String?
        var problem: String
    }
}
