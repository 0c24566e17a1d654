import Testing

@testable import Collect

/// A source, its settings, and the service that it asks: what every source must do whatever it is about.
struct ServiceCase: Sendable, CustomTestStringConvertible {
    /// With `API` for the server's address.
    var yaml: String
    /// The answers by the beginnings of targets; the longest that fits is taken.
    var answers: [String: String]
    var titles: [String]
    /// The first question's answer, broken by one member that is missing.
    var withoutMember: String
    /// How that member is named.
    var member: String
    var usesToken = true

    var testDescription: String { String(yaml.prefix { $0 != "," }) }

    var source: String { String(testDescription.dropFirst("source: ".count)) }

    func answer(to target: String) -> String? {
        answers.filter { target.hasPrefix($0.key) }.max { $0.key.utf8.count < $1.key.utf8.count }?.value
    }

    static let all = [
        ServiceCase(
            yaml: "source: github-pulls, api: \"API\", organizations: [o]",
            answers: [
                "/search/issues?": GitHubAnswers.search([GitHubAnswers.merged("o/r", 1, week.since, title: "One")])
            ],
            titles: ["One"], withoutMember: #"{"items": []}"#, member: "total_count"),
        ServiceCase(
            yaml: "source: crates, api: \"API/api/v1\", crates: [a, b]",
            answers: [
                "/api/v1/crates/a": #"{"crate": {"name": "a"}}"#, "/api/v1/crates/b": #"{"crate": {"name": "b"}}"#,
            ],
            titles: ["a", "b"], withoutMember: #"{"crate": {"description": "d"}}"#, member: "crate.name",
            usesToken: false),
        ServiceCase(
            yaml: "source: github-proposals, api: \"API\", proposals: [o/p], periods: [{ repository: o/r }]",
            answers: [
                "/repos/o/p/pulls?state=all&": GitHubAnswers.list(
                    GitHubAnswers.item("o/p", 1, title: "New", created: week.since, updated: week.since)),
                "/repos/o/r/issues?labels=final-comment-period&": GitHubAnswers.list(
                    GitHubAnswers.item("o/r", 2, title: "Entered", created: week.since - 9)),
                "/repos/o/r/issues?labels=finished-final-comment-period&": "[]",
                "/repos/o/r/issues/2/events?": GitHubAnswers.list(
                    GitHubAnswers.labelled("final-comment-period", week.since)),
            ],
            titles: ["New", "Entered"], withoutMember: #"[{"number": 1}]"#, member: "[0].title"),
        ServiceCase(
            yaml: "source: github-testing, api: \"API\", repositories: [{ repository: o/r }]",
            answers: [
                "/repos/o/r/issues?labels=call-for-testing&": GitHubAnswers.list(
                    GitHubAnswers.item("o/r", 2, title: "Try it", created: week.since - 9)),
                "/repos/o/r/issues/2/events?": GitHubAnswers.list(
                    GitHubAnswers.labelled("call-for-testing", week.since)),
                "/repos/o/r/issues/2/comments?": #"[{"body": "Testing steps", "html_url": "https://c"}]"#,
            ],
            titles: ["Try it"], withoutMember: #"[{"number": 1}]"#, member: "[0].title"),
        ServiceCase(
            yaml: "source: github-participation, api: \"API\", labels: [help], projects: [{ repository: o/r }]",
            answers: [
                "/repos/o/r/issues?labels=help&": GitHubAnswers.list(
                    GitHubAnswers.item("o/r", 2, title: "Do it", created: week.since))
            ],
            titles: ["r - Do it"], withoutMember: #"[{"number": 1}]"#, member: "[0].title"),
        ServiceCase(
            yaml: "source: github-newcomers, api: \"API\", repositories: [o/r]",
            answers: [
                "/search/issues?": GitHubAnswers.search([GitHubAnswers.merged("o/r", 1, week.since)]),
                "/repos/o/r/issues?creator=ada&": "[]",
            ],
            titles: ["ada"], withoutMember: #"{"items": []}"#, member: "total_count"),
    ]
}
