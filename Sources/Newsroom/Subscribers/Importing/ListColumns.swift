internal import Address
internal import Text

/// Which columns of a list of subscribers have what, by its first row.
///
/// The names are those of exports: Mailchimp's audience export (`Email Address`, `OPTIN_TIME`, `CONFIRM_TIME`,
/// `UNSUB_TIME`, `CLEAN_TIME`, `LEID`), listmonk's (`uuid`, `email`, `status`, `created_at`), Buttondown's (`email`,
/// `subscriber_type`, `creation_date`) and Sennight's own. Other columns, such as names, aren't imported.
package struct ListColumns: Hashable, Sendable {
    /// The program that wrote the list.
    package enum Origin: String, CaseIterable, Sendable {
        case mailchimp = "Mailchimp"
        case listmonk
        case buttondown = "Buttondown"
        case sennight = "Sennight"
        case table = "another program"
        case addresses = "a plain list of addresses"
    }

    package var origin: Origin
    var address: Int
    var status: Int?
    /// Columns that are only filled for people who have unsubscribed.
    var unsubscribed: [Int] = []
    /// Columns that are only filled for addresses that bounced.
    var cleaned: [Int] = []
    /// When they agreed, the best first.
    var consentTimes: [Int] = []
    var consentSource: Int?
    var sections: Int?
    var regions: Int?
    /// Whether the first row has names rather than values.
    var hasHeader = true

    /// - Parameter row: the first one.
    /// - Returns: nil if no column has mail addresses.
    init?(_ row: CSVRow) {
        let names = (0..<row.count).map { Self.plain(row.text($0)) }
        func first(_ wanted: [String]) -> Int? { wanted.lazy.compactMap { names.firstIndex(of: $0) }.first }
        guard let address = first(["emailaddress", "email", "mail", "mailaddress", "subscriberemail"]) else {
            // A list without names: the column of the first address.
            guard let address = (0..<row.count).first(where: { (try? MailAddress(row.text($0))) != nil }) else {
                return nil  // The first row isn't anything known.
            }
            origin = .addresses
            self.address = address
            hasHeader = false
            return
        }
        self.address = address
        unsubscribed = names.indices.filter {
            names[$0].hasPrefix("unsub") && names[$0] != "unsubscribed" || names[$0] == "unsubscriptiondate"
        }
        cleaned = names.indices.filter { names[$0].hasPrefix("clean") }
        consentTimes = ["consenttime", "confirmtime", "optintime", "creationdate", "createdat", "subscribedat"]
            .compactMap { names.firstIndex(of: $0) }
        consentSource = first(["consentsource"])
        sections = first(["sections"])
        regions = first(["regions"])
        origin = Self.origin(Set(names))
        // Elsewhere, a type is something else.
        let types = origin == .buttondown ? ["type"] : []
        status = first(["status", "subscribertype", "subscriptionstatus"] + types)
    }

    private static func origin(_ names: Set<String>) -> Origin {
        if names.contains("consentsource") { return .sennight }
        if !names.isDisjoint(with: ["leid", "euid", "memberrating"]) { return .mailchimp }
        if names.isSuperset(of: ["uuid", "attributes"]) { return .listmonk }
        if names.contains("subscribertype") || names.isSuperset(of: ["creationdate", "type"])
            || names.contains("unsubscriptiondate")
        {
            return .buttondown
        }
        return .table
    }

    /// A column's name without its spelling: `E-Mail Address`, `email_address`.
    private static func plain(_ name: String) -> String {
        String(decoding: name.lowercased().utf8.filter { !" _-.:".utf8.contains($0) }, as: UTF8.self)
    }
}
