internal import Address
package import Context
internal import Synchronization

extension HTTP {
    /// The live web: one client, whose connections, limits and quotas are shared by all copies of this value.
    package static func live(_ settings: WebSettings) -> HTTP {
        let client = WebClient(settings)
        return HTTP { request throws(HTTPError) in try await client.send(request) }
    }
}

/// Sends requests: validates addresses, limits concurrency, follows redirects and retries.
final class WebClient: Sendable {
    let settings: WebSettings
    let limiter: ConcurrencyLimiter
    let connections: ConnectionPool
    let quotas = Quotas()
    private let deadlines = Deadlines()
    /// Hosts that timed out, if the settings ask for them to be skipped afterwards.
    private let slowHosts = Mutex<Set<String>>([])

    init(_ settings: WebSettings) {
        self.settings = settings
        limiter = ConcurrencyLimiter(atOnce: settings.requestsAtOnce, perHost: settings.requestsPerHost)
        connections = ConnectionPool(settings)
    }

    func send(_ request: HTTPRequest) async throws(HTTPError) -> HTTPResponse {
        let step = try firstStep(request)
        settings.redactor.learn(step)
        var attempt = 0
        while true {
            let outcome = await follow(step, request)
            let rule = RetryRule(
                patience: settings.patience, now: settings.clock.seconds, chance: settings.random())
            switch rule.verdict(on: outcome, to: request, attempt: attempt) {
            case .final: return try outcome.get()
            case .tooLong(let until): throw HTTPError(url: request.url, reason: .rateLimited(until: until))
            case .again(let seconds):
                await settings.clock.sleep(.seconds(seconds))
                guard !Task.isCancelled else { return try outcome.get() }
                attempt += 1
            }
        }
    }

    private func firstStep(_ request: HTTPRequest) throws(HTTPError) -> Step {
        let address: WebAddress
        do throws(WebAddress.Fault) { address = try WebAddress(request.url) } catch {
            throw HTTPError(url: request.url, reason: error.reason)
        }
        guard RequestFields.isToken(request.method), request.method != "CONNECT", request.method != "TRACE",
            let fields = RequestFields.sent(request.headers, userAgent: settings.userAgent)
        else {
            throw HTTPError(url: request.url, reason: .refused("the request's method or a header field isn't valid"))
        }
        return Step(address: address, method: request.method, fields: fields, body: request.body)
    }

    private func follow(_ first: Step, _ request: HTTPRequest) async -> Result<HTTPResponse, HTTPError> {
        var step = first
        var cookies = RedirectCookies()
        var hops: [HTTPResponse.Hop] = []
        var seen: Set<String> = []
        var isAnswered = false
        do throws(HTTPError) {
            while true {
                var answer = try await ask(cookies.added(to: step), request)
                isAnswered = true
                answer.url = hops.isEmpty ? request.url : step.address.description
                answer.hops = hops
                guard request.redirects > 0, let next = try redirect(after: answer, of: step, first) else {
                    return .success(request.returnsSecret ? answer : settings.redactor.redacted(answer))
                }
                seen.insert("\(step.method) \(step.address.requestText) \(cookies.text(for: step))")
                cookies.learn(answer, of: step)
                let key = "\(next.method) \(next.address.requestText) \(cookies.text(for: next))"
                guard hops.count < request.redirects, !seen.contains(key) else {
                    throw HTTPError(url: request.url, reason: .tooManyRedirects)
                }
                hops.append(HTTPResponse.Hop(status: answer.status, url: next.address.description))
                step = next
            }
        } catch {
            var failure = error
            failure.url = settings.redactor.redacted(error.url)
            // A server that redirects may have acted, whatever became of the redirect.
            if isAnswered { failure.mayHaveArrived = true }
            return .failure(failure)
        }
    }

    /// - Throws: also an error if the target is on another origin and its address contains a secret.
    private func redirect(after answer: HTTPResponse, of step: Step, _ first: Step) throws(HTTPError) -> Step? {
        let location = answer.headers["location"] ?? ""
        let next: Step?
        do throws(WebAddress.Fault) { next = try step.next(after: answer) } catch {
            throw HTTPError(url: location, reason: error.reason)
        }
        if let next, next.address.origin != first.address.origin, settings.redactor.finds(in: "\(next.address)") {
            throw HTTPError(
                url: location, reason: .refused("the server redirects to another origin with a secret in the address"))
        }
        return next
    }

    /// Sends one request, subject to the quota, the cache and the concurrency limit.
    private func ask(_ step: Step, _ request: HTTPRequest) async throws(HTTPError) -> HTTPResponse {
        if let until = quotas.blocked(step.address, step.fields, now: settings.clock.seconds) {
            throw HTTPError(url: step.address.requestText, reason: .rateLimited(until: until))
        }
        var step = step
        let cache = keeps(step, request) ? settings.cache : nil
        let stored = cache?.stored(for: step)
        if let stored { step.fields += stored.validators }
        let answer = try await attempt(step, request)
        let now = settings.clock.seconds
        if let until = quotas.note(answer.headers, of: step.address, step.fields, now: now),
            answer.status == 403 || answer.status == 429
        {
            throw HTTPError(url: step.address.requestText, reason: .rateLimited(until: until))
        }
        if answer.status == 304, let stored { return stored.confirmed(by: answer) }
        // A body that wasn't wanted wasn't read, so it can't be stored.
        if let cache, request.mediaTypes == nil || !answer.body.isEmpty {
            cache.store(settings.redactor.redacted(answer), for: step)
        }
        return answer
    }

    private func keeps(_ step: Step, _ request: HTTPRequest) -> Bool {
        request.usesCache && !request.returnsSecret && !settings.redactor.finds(in: step.address.requestText)
    }

    private func attempt(_ step: Step, _ request: HTTPRequest) async throws(HTTPError) -> HTTPResponse {
        let host = step.address.host.text
        do {
            try await limiter.enter(host)
            defer { limiter.leave(host) }
            if slowHosts.withLock({ $0.contains(host) }) {
                let why = "an earlier request to this host timed out"
                throw HTTPError(url: step.address.requestText, reason: .refused(why))
            }
            let deadline = deadlines.open(seconds: request.timeout)
            defer { deadlines.close(deadline) }
            do {
                return try await exchange(step, request, by: deadline)
            } catch {
                if settings.leavesSlowHosts, deadline.hasPassed || FailureReading.isConnectTimeout(error) {
                    slowHosts.withLock { _ = $0.insert(host) }
                }
                throw deadline.hasPassed ? TimedOut() : error
            }
        } catch {
            let reason = FailureReading.reason(
                error, maximumBytes: request.maximumBytes, timeout: request.timeout)
            throw HTTPError(
                url: step.address.requestText, reason: reason,
                mayHaveArrived: FailureReading.isBeforeSending(error) ? false : nil)
        }
    }

    /// Sends a request over a connection to an address that was validated.
    private func exchange(
        _ step: Step, _ request: HTTPRequest, by deadline: Deadline
    ) async throws -> HTTPResponse {
        let exchange = Exchange(
            address: step.address, method: step.method, headers: step.fields, body: step.body,
            maximumBytes: max(request.maximumBytes, 0), mediaTypes: request.mediaTypes)
        var addresses = try await judgedAddresses(of: step.address, by: deadline).prefix(3)
        while let address = addresses.popFirst() {
            do {
                return try await converse(exchange, at: address, by: deadline)
            } catch  where FailureReading.isConnecting(error) && !addresses.isEmpty {
                continue
            }
        }
        throw HTTPError(url: step.address.requestText, reason: .unknownHost)
    }

    private func converse(
        _ exchange: Exchange, at address: IPAddress, by deadline: Deadline
    ) async throws -> HTTPResponse {
        // Few distinct limits, so that requests to one host share connections.
        let limit = max(exchange.maximumBytes, 1 << 16).roundedUpToPowerOfTwo
        let key = ConnectionPool.Key(
            host: exchange.address.host, address: address, isSecure: exchange.address.isSecure,
            decompressedLimit: limit)
        let (client, isProven) = connections.borrow(key)
        var hasAnswered = false
        defer { connections.giveBack(key, hasAnswered: hasAnswered) }
        // Several kept connections may have been closed in the meantime.
        var spare = isProven && exchange.isRepeatable ? 3 : 0
        while true {
            do {
                let answer = try await exchange.run(on: client, by: deadline)
                hasAnswered = true
                return answer
            } catch  where spare > 0 && FailureReading.isStale(error) {
                spare -= 1
            }
        }
    }

    private func judgedAddresses(of address: WebAddress, by deadline: Deadline) async throws -> [IPAddress] {
        let found =
            switch address.host {
            case .address(let literal): [literal]
            case .name(let name):
                try await deadline.bounding { [resolver = settings.resolver] in try await resolver.addresses(name) }
            }
        if let why = settings.addressGuard.refusal(of: found, port: address.port) {
            throw HTTPError(url: address.requestText, reason: .refused(why))
        }
        return found
    }
}

extension WebAddress.Fault {
    fileprivate var reason: HTTPError.Reason {
        switch self {
        case .notAnAddress: .invalidAddress
        case .refused(let why): .refused(why)
        }
    }
}

extension Exchange {
    fileprivate var isRepeatable: Bool { method == "GET" || method == "HEAD" }
}

extension Int {
    fileprivate var roundedUpToPowerOfTwo: Int {
        self > 1 << 40 ? 1 << 41 : 1 << (Int.bitWidth - (self - 1).leadingZeroBitCount)
    }
}
