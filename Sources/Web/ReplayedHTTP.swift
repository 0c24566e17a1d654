internal import Address
package import Context

extension HTTP {
    /// Sends all requests, whatever their host, to a server that replays recorded responses.
    ///
    /// Responses and errors contain the original URLs. If the server can't be reached, the error says so.
    ///
    /// - Parameter server: the server's URL without a trailing slash: `http://127.0.0.1:8766`.
    package func replayed(by server: String) -> HTTP {
        let live = self
        return HTTP { request throws(HTTPError) in
            // An invalid URL fails as usual.
            guard let address = try? WebAddress(request.url) else { return try await live.send(request) }
            var question = request
            question.url = server + ReplayAddress.target(of: address)
            do throws(HTTPError) {
                var answer = try await live.send(question)
                answer.url = answer.hops.isEmpty ? request.url : meant(answer.url)
                answer.hops = answer.hops.map { HTTPResponse.Hop(status: $0.status, url: meant($0.url)) }
                return answer
            } catch {
                guard case .unreachable = error.reason else {
                    throw HTTPError(url: meant(error.url), reason: error.reason)
                }
                throw HTTPError(
                    url: meant(error.url), reason: .unreachable("the replay server at \(server) doesn't answer"))
            }
        }

        @Sendable func meant(_ url: String) -> String {
            guard url.hasPrefix(server), let address = ReplayAddress.address(of: url.dropFirst(server.count)) else {
                return url
            }
            return "\(address)"
        }
    }
}
