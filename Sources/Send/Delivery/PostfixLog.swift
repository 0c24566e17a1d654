/// Reads the log of Postfix, which knows whether a message was accepted after a connection was lost.
///
/// `cleanup` logs the Message-ID with the queue's name for it; `qmgr` logs that name with `queue active` once the message
/// is durably queued, which is acceptance (postfix.org/OVERVIEW.html). Lines are as `maillog_file` and syslog write them.
package struct PostfixLog: Sendable {
    /// The names in the queue of accepted messages, by Message-ID without brackets.
    package private(set) var accepted: [String: String] = [:]
    /// The time of the first line, in seconds since 1970.
    package private(set) var start: Int?
    /// A connection to the server.
    package struct Client: Hashable, Sendable {
        /// As in `localhost[127.0.0.1]`.
        package var name: String
        /// When it connected, in seconds since 1970; nil if that isn't known.
        package var connected: Int?

        /// Whether it is a program on the same machine.
        package var isLocal: Bool {
            let address = name.drop { $0 != "[" }.dropFirst()
            return address.hasPrefix("127.") || address.hasPrefix("::1]") || address.hasPrefix("IPv6:::1]")
        }
    }

    /// The processes that receive mail and have a client now, with the client.
    package private(set) var open: [Int: Client] = [:]
    /// The Message-IDs of messages that began to arrive, and may be accepted yet: `cleanup` saw them, and the client
    /// wasn't lost before the end of the message.
    package var pending: Set<String> { Set(names.values).subtracting(accepted.keys) }
    private let wanted: Set<String>
    /// The Message-IDs in question, by the names in the queue.
    private var names: [String: String] = [:]
    /// The name of the message that a process receives.
    private var receiving: [Int: String] = [:]
    private let now: Int
    private let offset: Int

    /// - Parameters:
    ///   - messageIDs: of the messages in question, without brackets.
    ///   - now: in seconds since 1970: syslog's times have no year.
    ///   - offset: of the system's time zone, in seconds: syslog's times have no zone.
    package init(messageIDs: Set<String>, now: Int, offset: Int) {
        self.wanted = messageIDs
        self.now = now
        self.offset = offset
    }

    /// Reads one line without its end. Lines of other programs are ignored.
    package mutating func read(_ line: Substring) {
        if start == nil { start = LogTime.seconds(line, now: now, offset: offset) }
        guard let process = Self.process(in: line) else { return }
        switch process.name {
        case "cleanup": readCleanup(process.text)
        case "qmgr": readQueue(process.text)
        case "smtpd": readServer(process.text, process.number, line)
        default: break
        }
    }

    /// `4Bxyz: message-id=<…>`
    private mutating func readCleanup(_ text: Substring) {
        guard let (name, rest) = Self.named(text), rest.hasPrefix("message-id=") else { return }
        let identifier = rest.dropFirst(11).drop { $0 == "<" }.prefix { $0 != ">" }
        // Short names are used again for other messages.
        names[name] = wanted.contains(String(identifier)) ? String(identifier) : nil
    }

    /// `4Bxyz: from=<…>, size=60000, nrcpt=1 (queue active)`
    private mutating func readQueue(_ text: Substring) {
        guard let (name, rest) = Self.named(text), rest.hasPrefix("from=<"), rest.hasSuffix("(queue active)"),
            let identifier = names[name]
        else { return }
        accepted[identifier] = name
    }

    /// `connect from localhost[127.0.0.1]`, `4Bxyz: client=localhost[127.0.0.1]`, `lost connection after DATA (9 bytes)
    /// from localhost[127.0.0.1]`, `disconnect from localhost[127.0.0.1] ehlo=1 …`
    private mutating func readServer(_ text: Substring, _ number: Int, _ line: Substring) {
        if text.hasPrefix("connect from ") {
            open[number] = Client(
                name: String(text.dropFirst(13)), connected: LogTime.seconds(line, now: now, offset: offset))
            receiving[number] = nil
        } else if text.hasPrefix("disconnect from ") {
            open[number] = nil
        } else if text.hasPrefix("lost connection after ") || text.hasPrefix("timeout after ") {
            open[number] = nil
            let isWhole = text.contains(" after END-OF-MESSAGE")
            if !isWhole, let name = receiving[number] { names[name] = nil }
        } else if let (name, rest) = Self.named(text), rest.hasPrefix("client=") {
            receiving[number] = name
            // It may have connected before the log begins.
            if open[number] == nil { open[number] = Client(name: String(rest.dropFirst(7)), connected: nil) }
        }
    }

    private static func named(_ text: Substring) -> (name: String, rest: Substring)? {
        guard let colon = text.firstIndex(of: ":") else { return nil }
        let rest = text[text.index(after: colon)...].drop { $0 == " " }
        return (String(text[..<colon]), rest)
    }

    /// The word `postfix/smtpd[123]:`, whose first part can be another name.
    private static func process(in line: Substring) -> (name: Substring, number: Int, text: Substring)? {
        var rest = line
        // The date has up to three words, and the host one.
        for _ in 0..<5 {
            let word = rest.prefix { $0 != " " }
            rest = rest[word.endIndex...].drop { $0 == " " }
            guard word.hasSuffix("]:"), let slash = word.lastIndex(of: "/"), let bracket = word.lastIndex(of: "["),
                slash < bracket, let number = Int(word[word.index(after: bracket)...].dropLast(2))
            else { continue }
            return (word[word.index(after: slash)..<bracket], number, rest)
        }
        return nil
    }
}
