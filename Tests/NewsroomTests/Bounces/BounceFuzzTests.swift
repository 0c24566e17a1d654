import Newsroom
import Send
import Store
import TestKit
import Testing

/// Reports with bytes changed, removed, repeated and exchanged, the same ones in every run.
@Suite struct BounceFuzzTests {
    @Test func neverActsForSomebodyElse() async throws {
        let weekly = try await BouncedWeekly(readers: 2)
        let before = try await weekly.state(reader: 2)
        var generator = SeededGenerator(seed: 15)
        let messages = try await ReportForm.all.asyncMap { try await weekly.filled($0.text) }
        var mutated: [UInt8] = []
        for round in 0..<400 {
            let message = messages[round % messages.count]
            mutated += Array("\n\nFrom x\n".utf8) + Self.mutated(message, messages, &generator)
        }
        let summary = try await weekly.read(mutated)
        #expect(summary.messages > 0)
        #expect(try await weekly.state(reader: 2) == before)
        #expect(try await weekly.delivery(reader: 2) == .accepted)
    }

    @Test func readsAnyBytes() {
        var generator = SeededGenerator(seed: 16)
        for length in 0..<300 {
            let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &generator) }
            let mail = ReturnedMail(bytes)
            #expect(mail.tokens.bounce.isEmpty && mail.content == .other)
        }
    }

    private static func mutated(_ message: [UInt8], _ others: [[UInt8]], _ generator: inout SeededGenerator) -> [UInt8]
    {
        var message = message
        for _ in 0..<Int.random(in: 1...6, using: &generator) where !message.isEmpty {
            let start = Int.random(in: message.indices, using: &generator)
            let end = min(message.count, start + Int.random(in: 1...40, using: &generator))
            switch Int.random(in: 0..<5, using: &generator) {
            case 0: message[start] = UInt8.random(in: 0...255, using: &generator)
            case 1: message.removeSubrange(start..<end)
            case 2: message.insert(contentsOf: message[start..<end], at: start)
            case 3: message[start] = [0, 10, 13, 45, 58, 61][Int.random(in: 0..<6, using: &generator)]
            default:
                guard let other = others.randomElement(using: &generator), !other.isEmpty else { break }
                message.replaceSubrange(start..<end, with: other.prefix(Int.random(in: 1...400, using: &generator)))
            }
        }
        return message
    }
}

extension Array {
    fileprivate func asyncMap<Value>(_ change: (Element) async throws -> Value) async rethrows -> [Value] {
        var values: [Value] = []
        for element in self { values.append(try await change(element)) }
        return values
    }
}
