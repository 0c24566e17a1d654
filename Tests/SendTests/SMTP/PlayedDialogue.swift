@testable import Send

/// Plays a dialogue that a test has written down, and writes down what happens.
///
/// Lines that begin with `S: ` come from the server; `send`, `written`, `secured`, `lost`, `timeout` and `quit` are what
/// the owner of the connection does. All other lines are what the client does in response: `C: ` what it writes.
struct PlayedDialogue {
    var options = SMTPDialogue.Options(
        clientName: "here.test", startsTLS: false, isPrivate: true, credentials: nil)
    var message = OutgoingMessage(
        sender: "b+1@list.test", recipient: "ann@reader.test", needsSMTPUTF8: false, bytes: Array("Hi\r\n".utf8))

    /// - Parameters:
    ///   - cut: where what the server sends at once arrives in two pieces; nil for each byte alone.
    func transcript(of script: String, cut: Int?) -> String {
        var dialogue = SMTPDialogue(options)
        var lines: [String] = []
        var pending: [UInt8] = []
        func flush() {
            guard !pending.isEmpty else { return }
            let cuts = cut.map { [min($0, pending.count)] } ?? Array(1..<pending.count)
            var start = 0
            for end in cuts + [pending.count] {
                lines += dialogue.receive(pending[start..<end]).flatMap(Self.lines)
                start = end
            }
            pending.removeAll()
        }
        for line in script.split(separator: "\n") {
            if line.hasPrefix("S: ") {
                lines.append(String(line))
                pending += Array(line.dropFirst(3).utf8) + [0x0D, 0x0A]
                continue
            }
            flush()
            let actions: [SMTPDialogue.Action]
            switch line {
            case "send": actions = dialogue.send(message)
            case "written": actions = dialogue.messageWritten()
            case "secured": actions = dialogue.tlsStarted()
            case "lost": actions = dialogue.lose("the connection was lost")
            case "timeout": actions = dialogue.timedOut()
            case "quit": actions = dialogue.quit()
            default: continue
            }
            lines.append(String(line))
            lines += actions.flatMap(Self.lines)
        }
        flush()
        return lines.joined(separator: "\n")
    }

    private static func lines(_ action: SMTPDialogue.Action) -> [String] {
        switch action {
        case .write(let bytes):
            return String(decoding: bytes, as: UTF8.self).split(separator: "\r\n").map { "C: \($0)" }
        case .writeMessage(let message): return text(message).split(separator: "\r\n").map { "C: \($0)" }
        case .startTLS: return ["handshake"]
        case .ready: return ["ready"]
        case .fail(let fault): return ["fail, \(fault.kind): \(fault.reason)"]
        case .finish(let outcome): return [text(outcome)]
        case .close: return ["close"]
        }
    }

    static func text(_ message: TransmittedMessage) -> String {
        var bytes: [UInt8] = []
        message.write { bytes += $0 }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func text(_ outcome: DeliveryOutcome) -> String {
        switch outcome {
        case .accepted(let reply): "accepted: \(text(reply))"
        case .refused(let reply): "refused: \(text(reply))"
        case .notSent(let reply, let reason): "not sent: \(reason)" + (reply.map { " (\(text($0)))" } ?? "")
        case .uncertain(let reason): "uncertain: \(reason)"
        }
    }

    private static func text(_ reply: MailReply) -> String {
        "\(reply.code)|\(reply.enhanced ?? "-")|\(reply.text)"
    }
}
