internal import Newsletter

/// The server refuses to show the page, with a status such as `401` or `403`.
///
/// Many servers refuse programs but serve readers, so this is a hint. Open the link yourself.
struct RefusingServer: LinkCheck {
    static let id = "refusing-server"
    static let severity = Finding.Severity.hint

    func finding(on answer: LinkAnswer, at place: LinkPlace, _ context: CheckContext) -> Finding? {
        let status = answer.status
        // LinkedIn refuses programs with a status of its own.
        guard 400..<500 ~= status && ![402, 404, 410, 429].contains(status) || status == 999 else { return nil }
        return finding(
            "the server refuses to show the page (\(status)\(Self.names[status].map { ", \($0)" } ?? ""))", at: place,
            explanation: "The server may refuse only programs; open the link yourself.",
            notes: answer.redirectNote(from: place))
    }

    private static let names = [401: "sign-in needed", 403: "forbidden", 451: "blocked for legal reasons"]
}
