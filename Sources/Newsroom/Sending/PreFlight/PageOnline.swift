internal import Context

/// Whether the page to which the mail links is online.
struct PageOnline: PreFlightCheck {
    func findings(_ input: PreFlightInput) async throws -> [PreFlight.Finding] {
        let url = input.mail.page
        let http = try input.sending.session.http()
        let problem: String
        do throws(HTTPError) {
            let response = try await http.send(HTTPRequest(url, maximumBytes: 16 << 20, timeout: 20))
            if response.status == 200 { return [] }
            problem = "\(url) answers with status \(response.status)"
        } catch {
            problem = "\(error)"
        }
        return [
            PreFlight.Finding(
                "page", problem, remedy: "Publish the site first: each mail links to this page")
        ]
    }
}
