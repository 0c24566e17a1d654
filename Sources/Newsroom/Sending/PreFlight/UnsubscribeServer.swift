internal import Context
internal import Newsletter

/// Whether the server that receives requests for unsubscribing answers. GET changes nothing there.
struct UnsubscribeServer: PreFlightCheck {
    func findings(_ input: PreFlightInput) async throws -> [PreFlight.Finding] {
        let url = input.sending.session.publication.subscriptionServer + "unsubscribe/" + input.mail.place
        let http = try input.sending.session.http()
        let problem: String
        do throws(HTTPError) {
            let response = try await http.send(HTTPRequest(url, timeout: 20))
            // The token is none, about which the server may complain.
            if response.status < 500, response.status != 404 || isOurs(response) { return [] }
            problem = "\(url) answers with status \(response.status)"
        } catch {
            problem = "\(error)"
        }
        return [
            PreFlight.Finding(
                "unsubscribe", problem,
                remedy: "Start 'sennight subscriptions serve', and check 'mail: { server: … }'")
        ]
    }

    /// Whether the server for subscriptions has answered, rather than the web server of the site.
    private func isOurs(_ response: HTTPResponse) -> Bool {
        String(decoding: response.body, as: UTF8.self).contains("<form")
    }
}
