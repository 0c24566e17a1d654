internal import Context
internal import Text

/// A thread of a Discourse forum, of which only the newest posts are requested.
struct DiscourseThread {
    private let request: SourceRequest
    private let forum: String
    private let topic: Int
    private let address: String

    init(_ request: SourceRequest, _ forum: String, _ topic: Int) {
        (self.request, self.forum, self.topic) = (request, forum, topic)
        address = "\(forum)/t/\(topic)"
    }

    /// The posts of the window, in order.
    ///
    /// The thread lists all its posts. They are requested from the end, until a page is older than the window.
    func posts() async throws(SourceFault) -> (posts: [ForumPost], faults: [SourceFault]) {
        let thread = try await request.client.json(Thread.self, address + ".json")
        let stream = thread.value.post_stream.stream
        let size = max(1, thread.value.chunk_size ?? 20)
        var posts = thread.value.post_stream.posts.items
        var faults = thread.faults
        let known = Set(posts.map(\.id))
        var rest = stream.filter { !known.contains($0) }
        while !rest.isEmpty {
            let chunk = rest.suffix(size)
            rest.removeLast(chunk.count)
            let query = chunk.map { "post_ids[]=\($0)" }.joined(separator: "&")
            let url = "\(address)/posts.json?\(query)"
            do throws(SourceFault) {
                let page = try await request.client.json(Posts.self, url)
                faults += page.faults
                posts += page.value.post_stream.posts.items
                let newest = page.value.post_stream.posts.items.map(\.created_at.seconds).max()
                if let newest, newest < request.window.since { break }
            } catch {
                faults.append(error)
                break
            }
        }
        let page = "\(forum)/t/\(thread.value.slug ?? "-")/\(topic)"
        let recent = posts.filter { request.window.contains($0.created_at.seconds) }.map { $0.forumPost(in: page) }
        return (recent.sorted { $0.number < $1.number }, faults)
    }

    // MARK: What Discourse answers

    private struct Thread: Decodable {
        struct Stream: Decodable {
            var posts: LenientList<Post>
            /// The IDs of all posts, in order.
            var stream: [Int]
        }

        var post_stream: Stream
        var chunk_size: Int?
        var slug: String?
    }

    private struct Posts: Decodable {
        struct Stream: Decodable { var posts: LenientList<Post> }

        var post_stream: Stream
    }

    private struct Post: Decodable {
        struct Action: Decodable {
            var id: Int
            var count: Int?
        }

        var id: Int
        var post_number: Int
        var username: String
        var name: String?
        var created_at: WrittenTime
        var cooked: String
        var actions_summary: LenientList<Action>
        var reply_to_post_number: Int?
        /// Nil or 1 for a person's post; other values are notes of the forum, for example that the thread was moved.
        var post_type: Int?

        func forumPost(in thread: String) -> ForumPost {
            // Action 2 is the like (https://docs.discourse.org).
            ForumPost(
                number: post_number, url: "\(thread)/\(post_number)", author: username, authorName: name,
                time: created_at.seconds,
                content: post_type ?? 1 == 1 ? cooked : "",
                likes: actions_summary.items.first { $0.id == 2 }?.count ?? 0, answers: reply_to_post_number)
        }
    }
}

/// A post of a forum's thread.
struct ForumPost: Hashable, Sendable {
    /// The position in the thread, from 1.
    var number: Int
    var url: String
    /// The account's name.
    var author: String
    /// The author's display name.
    var authorName: String?
    /// When the post was written, in seconds since 1970.
    var time: Int
    /// The content as HTML.
    var content: String
    var likes: Int
    /// The position of the post that this one answers.
    var answers: Int?
}
