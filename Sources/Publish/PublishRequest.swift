package import Context
package import Newsletter
package import Text

/// What all steps of a plan work on.
package struct PublishRequest: Sendable {
    package var context: Context
    /// The client for this publication's requests.
    package var http: HTTP
    package var publication: Publication
    /// The publication's root folder.
    package var root: String
    /// The folder of the built site, which ``StepName/build`` fills.
    package var site: String
    /// The folder for what a target has to keep on this machine, such as a clone; outside git.
    package var state: String
    package var issue: PublishedIssue
    /// The results of the steps that are done, by name.
    package var results: [String: StepResult]
    /// Whether this is a rehearsal.
    package var isRehearsal: Bool

    package init(
        context: Context, http: HTTP, publication: Publication, root: String, site: String, state: String,
        issue: PublishedIssue, results: [String: StepResult] = [:], isRehearsal: Bool = false
    ) {
        self.context = context
        self.http = http
        self.publication = publication
        self.root = root
        self.site = site
        self.state = state
        self.issue = issue
        self.results = results
        self.isRehearsal = isRehearsal
    }

    /// The secret in an environment variable or the file that `NAME_FILE` names.
    ///
    /// - Throws: a fault that names the variable if it isn't set or its file can't be read.
    package func secret(_ name: String) throws(StepFault) -> String {
        do throws(FileError) {
            if let secret = try context.secrets.named(name) { return secret }
        } catch {
            throw StepFault("the file that \(name)_FILE names can't be read", remedy: "Check the file's permissions")
        }
        throw StepFault("the secret \(name) isn't set", remedy: "Set \(name), or \(name)_FILE to a file with it")
    }
}

/// The issue that is published, as readers will see it.
package struct PublishedIssue: Hashable, Sendable {
    package var number: Int
    package var title: String
    package var date: CalendarDate
    /// The address of its page.
    package var url: String
    /// The path of its page in the built site: `blog/2026/…/index.html`.
    package var page: String
    /// The path of its file from the publication's root, once it is finished.
    package var file: String
    /// Facts for announcements.
    package var highlights: IssueHighlights

    package init(
        number: Int, title: String, date: CalendarDate, url: String, page: String, file: String,
        highlights: IssueHighlights
    ) {
        self.number = number
        self.title = title
        self.date = date
        self.url = url
        self.page = page
        self.file = file
        self.highlights = highlights
    }
}

/// What an announcement may say about an issue.
package struct IssueHighlights: Hashable, Sendable {
    package var links: Int
    package var events: Int
    /// The titles of the entries that readers are told about first, such as picks, best first.
    package var titles: [String]

    package init(links: Int = 0, events: Int = 0, titles: [String] = []) {
        self.links = links
        self.events = events
        self.titles = titles
    }
}
