/// A post as a feed tells it.
struct FeedPost: Hashable, Sendable {
    /// Plain text.
    var title: String
    /// Where it is to be read; absolute where the feed allows to tell.
    var url: String?
    /// Seconds since 1970; when it was published, else when it was updated.
    var time: Int?
    var author: String?
    var categories: [String] = []
}

/// A feed, in whichever of the four formats.
struct Feed: Hashable, Sendable {
    var title: String?
    var posts: [FeedPost] = []
    /// What a post lacks that it cannot do without.
    var faults: [Fault] = []

    struct Fault: Error, Hashable, Sendable {
        var field: String
        var problem: String
    }
}
