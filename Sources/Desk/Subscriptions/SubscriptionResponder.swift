internal import Address
internal import Context
internal import HTTPTypes
internal import Hummingbird
internal import Newsroom
internal import Text

/// Answers the requests of readers. Only POST changes anything.
struct SubscriptionResponder: HTTPResponder {
    let subscriptions: Subscriptions
    let pages: SubscriptionPages
    let proxies: TrustedProxies
    let limiter: SignUpLimiter
    let patience: Duration
    /// Prints messages, which contain no address.
    let say: @Sendable (PrintableText) -> Void

    func respond(to request: Request, context: SubscriptionContext) async throws -> Response {
        let page = await page(for: request, peer: context.peer.flatMap(TrustedProxies.address))
        return page.response(isHead: request.method == .head)
    }

    func page(for request: Request, peer: IPAddress?) async -> SubscriptionPage {
        guard let route = SubscriptionRoute(request.uri.path, base: pages.base) else { return pages.failure(.path) }
        do {
            switch request.method {
            case .get, .head: return try await shown(route)
            case .post:
                let form = try await SubmittedForm(request, within: patience)
                return try await acted(route, form, proxies.network(of: request.headers, peer: peer))
            default: return pages.failure(.method)
            }
        } catch let error as SubmittedForm.Fault {
            return pages.failure(.form(error))
        } catch {
            say("a request failed: \(error)")
            return pages.failure(.later)
        }
    }

    private func shown(_ route: SubscriptionRoute) async throws -> SubscriptionPage {
        switch route {
        case .subscribe: pages.subscribe
        case .confirm(let token):
            try await subscriptions.canConfirm(token) ? pages.confirm : pages.failure(.link)
        case .unsubscribe(let token):
            try await subscriptions.canUnsubscribe(token) ? pages.unsubscribe : pages.failure(.link)
        }
    }

    private func acted(
        _ route: SubscriptionRoute, _ form: SubmittedForm, _ network: ClientNetwork?
    ) async throws -> SubscriptionPage {
        switch route {
        case .subscribe:
            return try await signedUp(form, network)
        case .confirm(let token):
            return try await subscriptions.confirm(token) ? pages.confirmed : pages.failure(.link)
        case .unsubscribe(let token):
            // RFC 8058, section 3.1: the body has this pair, whether a mail program or the page's button sends it.
            guard form["List-Unsubscribe"] == "One-Click" else { return pages.failure(.form(.incomplete)) }
            return try await subscriptions.unsubscribe(token) ? pages.unsubscribed : pages.failure(.link)
        }
    }

    /// The same response for every address, after the same work.
    private func signedUp(_ form: SubmittedForm, _ network: ClientNetwork?) async throws -> SubscriptionPage {
        guard let text = form["address"] else { return pages.failure(.form(.incomplete)) }
        let trimmed = text.split(separator: " ", omittingEmptySubsequences: false)
            .drop { $0.isEmpty }.reversed().drop { $0.isEmpty }.reversed().joined(separator: " ")
        // A quoted local part may contain blanks and brackets, but no mailbox in use has them.
        guard !trimmed.utf8.contains(where: { " <>".utf8.contains($0) }) else { return pages.failure(.address) }
        let address: MailAddress
        do throws(MailAddress.Fault) {
            address = try MailAddress(trimmed)
        } catch {
            return pages.failure(.address)
        }
        guard limiter.allows(network, at: subscriptions.clock.seconds) else { return pages.failure(.limit) }
        try await subscriptions.signUp(address)
        return pages.signedUp
    }
}
