package import Context
internal import Newsletter
package import Send
package import Settings
package import Store

/// What publishing works with. Steps run between other programs' changes, so each opens the publication anew.
package struct Publishing: Sendable {
    private(set) var location: PublicationLocation
    /// Whether the location is a copy for a rehearsal.
    private(set) var isRehearsal = false
    let context: Context
    private let stores: StoreAccess
    private let cryptography: Cryptography
    /// The names of this machine and process, for a person who wonders who publishes.
    let host: String
    private let process: Int
    /// Makes the transport of the mail that the settings name, and says how many connections it uses.
    let transport: @Sendable (DraftSession) throws -> (delivery: MailDelivery, connections: Int)
    /// The system's time zone as an offset in seconds, for the times in the mail server's log.
    let logOffset: Int
    let dns: DNS
    let notify: @Sendable (Notice) -> Void

    package init(
        _ location: PublicationLocation, context: Context, stores: StoreAccess, cryptography: Cryptography,
        host: String, process: Int, logOffset: Int, dns: DNS,
        transport: @escaping @Sendable (DraftSession) throws -> (delivery: MailDelivery, connections: Int),
        notify: @escaping @Sendable (Notice) -> Void
    ) {
        self.location = location
        self.context = context
        self.stores = stores
        self.cryptography = cryptography
        self.host = host
        self.process = process
        self.logOffset = logOffset
        self.transport = transport
        self.dns = dns
        self.notify = notify
    }

    /// The same with a copy of the publication.
    func rehearsing(in copy: PublicationLocation) -> Publishing {
        var publishing = self
        publishing.location = copy
        publishing.isRehearsal = true
        return publishing
    }

    func session() throws -> DraftSession { try DraftSession(location, context: context, notify: notify) }

    func subscribers() throws -> SubscriberSession { SubscriberSession(try session(), stores, cryptography) }

    func sending() throws -> SendingSession { SendingSession(try subscribers(), host: host, process: process) }

    /// The folder of what publishing keeps on this machine.
    var folder: String { "\(location.state)/publish" }

    /// The folder for what a run needs and can make again: the built site and the clones of deployment targets. All
    /// issues share it. It isn't ``folder``, which this process has locked, while building locks the site's parent.
    var workFolder: String { "\(folder)/work" }

    /// The folder into which the site is built.
    var site: String { "\(workFolder)/site" }
}
