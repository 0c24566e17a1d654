import Newsroom
import Store
import TestKit
import Testing

@Suite struct ReportFormTests {
    @Test(arguments: ReportForm.all) func recognises(form: ReportForm) async throws {
        let weekly = try await BouncedWeekly()
        let before = try await weekly.everything()
        let summary = try await weekly.read(try await weekly.filled(form.text))
        #expect(summary.counts == [form.outcome: 1])
        let states: (SubscriberState, DeliveryState, Campaign.State) =
            switch form.outcome {
            case .suppressed: (.bounced, .bounced, .running)
            case .counted, .content: (.active, .bounced, .running)
            case .policy: (.active, .bounced, .paused)
            case .complained: (.complained, .accepted, .running)
            case .unsubscribed: (.unsubscribed, .accepted, .running)
            default: (.active, .accepted, .running)
            }
        #expect(try await weekly.state() == states.0)
        #expect(try await weekly.campaign() == states.2)
        // Without the envelope, nobody knows which campaign a complaint is about.
        if form.outcome != .complained { #expect(try await weekly.delivery() == states.1) }
        if states == (.active, .accepted, .running) { #expect(try await weekly.everything() == before) }
    }

    /// Tokens with one letter changed, of another purpose, and of another store.
    @Test(arguments: ReportForm.all) func doesNothingForForgedTokens(form: ReportForm) async throws {
        let weekly = try await BouncedWeekly()
        let stranger = try await BouncedWeekly()
        let before = try await weekly.everything()
        let swapped = form.text.replacing("{B}", with: "{-}").replacing("{U}", with: "{B}").replacing(
            "{-}", with: "{U}")
        let foreign = try await stranger.filled(form.text.replacing("{M}", with: "m9-9@lists.example"))
        let genuine = try await weekly.filled(form.text.replacing("{M}", with: "m1-9@lists.example"))
        let bounce = try await Array(weekly.envelope().utf8.dropFirst(2).prefix(48))
        var messages = [foreign, try await weekly.filled(swapped.replacing("{M}", with: "x"))]
        var generator = SeededGenerator(seededBy: form.testDescription)
        for _ in 0..<10 {
            let forged = Self.altered(bounce, &generator)
            let text = String(decoding: genuine, as: UTF8.self)
                .replacing(String(decoding: bounce, as: UTF8.self), with: String(decoding: forged, as: UTF8.self))
            let other = try await weekly.filled("{U}")
            let altered = Self.altered(other, &generator)
            messages.append(
                Array(
                    text.replacing(
                        String(decoding: other, as: UTF8.self), with: String(decoding: altered, as: UTF8.self)
                    )
                    .utf8))
        }
        for message in messages {
            let summary = try await weekly.read(message)
            #expect(
                summary.counts.keys.allSatisfy {
                    [.unattributed, .other, .automatic, .informational, .unclear].contains($0)
                })
        }
        #expect(try await weekly.everything() == before)
    }

    private static func altered(_ token: [UInt8], _ generator: inout SeededGenerator) -> [UInt8] {
        var altered = token
        let place = Int.random(in: token.indices, using: &generator)
        altered[place] = altered[place] == UInt8(ascii: "a") ? UInt8(ascii: "b") : UInt8(ascii: "a")
        return altered
    }
}
