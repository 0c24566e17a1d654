internal import Newsletter

/// Finds the newest of a forum's regular threads, such as the monthly "who is hiring".
enum NewestThread {
    struct Thread: Hashable, Sendable {
        var title: String
        var url: String
        /// When the thread was started, in seconds since 1970.
        var time: Int
    }

    /// The newest thread from before the window's end whose title has all the words.
    static func candidate(of threads: [Thread], words: String, _ request: SourceRequest) -> Candidate? {
        let wanted = Set(Self.words(of: words))
        let found = threads.filter { thread in
            thread.time < request.window.until && wanted.isSubset(of: Self.words(of: thread.title))
        }
        return found.max { ($0.time, $0.url) < ($1.time, $1.url) }.map { thread in
            request.candidate(.jobs, title: thread.title, url: thread.url, content: .job, time: thread.time)
        }
    }

    /// The words in lower case, without punctuation: `Who’s` becomes `whos`.
    private static func words(of text: String) -> [String] {
        let plain = text.lowercased().filter { $0 != "'" && $0 != "’" }
        return plain.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }
}
