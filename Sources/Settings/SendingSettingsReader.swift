internal import Newsletter

/// Reads `mail: sending:`.
enum SendingSettingsReader {
    static let declared = SettingsMapping([
        Setting(
            "rate", .text,
            "The greatest speed: messages per second, minute or hour, spread evenly. By default, as fast as the mail server"
                + " accepts them.", example: "100/s"),
        Setting(
            "domains", .pairs(.text), "The greatest speed to some receiving domains.",
            example: ["gmail.com": "20/min"]),
        Setting(
            "log", .text,
            "The log of a Postfix on this machine, which shows what was accepted before a connection was lost.",
            example: "/var/log/mail.log"),
        Setting(
            "when-uncertain", .choice(["miss", "repeat"]),
            "What happens to a message that may have been sent, if there is no log: `miss` leaves it, `repeat` sends it again.",
            default: "miss"),
    ])

    static func settings(_ fields: SettingsFields) -> SendingSettings {
        var sending = SendingSettings()
        if let text = fields.optionalText("rate") { sending.rate = rate(text, "rate", fields) }
        for (domain, text) in fields.pairs("domains") {
            let name = domain.lowercased()
            guard name.utf8.allSatisfy({ $0 == 0x2D || $0 == 0x2E || $0 & 0x80 != 0 || isAlphanumeric($0) }) else {
                fields.report(
                    "domains", "has a key that isn't a domain: '\(domain)'", remedy: "Write it like gmail.com")
                continue
            }
            sending.domains[name] = rate(text, "domains", fields)
        }
        sending.log = fields.optionalText("log")
        sending.repeatsUncertain = fields.optionalText("when-uncertain") == "repeat"
        return sending
    }

    private static func rate(_ text: String, _ key: String, _ fields: SettingsFields) -> SendingRate? {
        guard let rate = SendingRate(text) else {
            fields.report(key, "isn't a speed: '\(text)'", remedy: "Write it like 100/s, 1000/min or 20000/h")
            return nil
        }
        return rate
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        0x30...0x39 ~= byte || 0x61...0x7A ~= byte
    }
}
