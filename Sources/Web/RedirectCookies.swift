internal import Address
internal import Context

/// The cookies that servers set while they redirect one request, and that this request alone sends back.
///
/// Some sites set a cookie and redirect to the same address; browsers show the page, so this isn't an endless redirect. Only
/// the origin that has set a cookie gets it, and its attributes are ignored (RFC 6265, section 5.4).
struct RedirectCookies {
    /// The values by origin and name.
    private var values: [String: [String: String]] = [:]

    mutating func learn(_ answer: HTTPResponse, of step: Step) {
        for field in answer.headers.fields where field.name.lowercased() == "set-cookie" {
            let pair = field.value.prefix { $0 != ";" }.split(
                separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard pair.count == 2, RequestFields.isToken(String(pair[0])), field.value.utf8.count <= Self.longest,
                pair[1].utf8.allSatisfy({ 0x21...0x7E ~= $0 })
            else { continue }
            values["\(step.address.origin)", default: [:]][String(pair[0])] = String(pair[1])
        }
    }

    /// The maximum length of a cookie in bytes (RFC 6265, section 6.1).
    private static let longest = 4096

    /// The cookies for a step as its header field has them; empty if there are none.
    func text(for step: Step) -> String {
        (values["\(step.address.origin)"] ?? [:]).sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
            .joined(separator: "; ")
    }

    func added(to step: Step) -> Step {
        let text = text(for: step)
        guard !text.isEmpty, !step.fields.contains(where: { $0.name.lowercased() == "cookie" }) else { return step }
        var step = step
        step.fields.append(HeaderField(name: "Cookie", value: text))
        return step
    }
}
