internal import Newsletter

/// The newest of the threads that a forum starts anew each month or so: who is hiring.
enum NewestThread {
    struct Thread: Hashable, Sendable {
        var title: String
        var url: String
        /// Seconds since 1970, when it was begun.
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

    /// In lower case, without the marks around them: `Who’s` is `whos`.
    private static func words(of text: String) -> [String] {
        let plain = text.lowercased().filter { $0 != "'" && $0 != "’" }
        return plain.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }
}
