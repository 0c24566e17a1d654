/// The pages on which we differ from today's because ours is right, by day, with the reason.
enum PageExceptions {
    static let links = ["2022-09-21": brokenAddress]

    static let letters = [
        "2013-06-07": "today's page writes the e-mail address in character references, to hide it from robots",
        "2017-01-24": swallowed, "2019-02-19": swallowed, "2019-02-26": swallowed, "2019-03-12": swallowed,
        "2019-08-20": swallowed, "2019-09-17": swallowed, "2019-10-01": swallowed, "2019-11-05": swallowed,
        "2019-12-10": swallowed,
        "2019-01-15": fence, "2022-03-16": fence, "2024-11-27": fence,
        "2022-09-21": brokenAddress,
    ]

    private static let brokenAddress = "an address that is broken over two lines is no link in CommonMark"
    private static let swallowed = "'<K, V, S>' in words such as HashMap<K, V, S> is swallowed as an HTML tag today"
    private static let fence = "a code block's fence is shown with its language word today"
}
