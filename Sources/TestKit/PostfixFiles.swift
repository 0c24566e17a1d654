internal import Foundation

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// The configuration of a ``PostfixServer`` (postconf(5), master(5)).
struct PostfixFiles {
    let folder: ScratchFolder
    let port: Int
    /// Owns the delivered mail.
    let owner: passwd

    func write(refused: [String: String], discardsMail: Bool, settings: [String: String]) throws {
        let lines = parameters.merging(settings) { $1 }.sorted { $0.key < $1.key }.map { "\($0.key) = \($0.value)\n" }
        try folder.write("conf/main.cf", lines.joined())
        try folder.write("conf/master.cf", master)
        try folder.write(
            "conf/mailboxes",
            #"""
            /^bounces(\+[^@]*)?@example\.test$/ bounces/
            /^reader[^@]*@example\.test$/ readers/
            """# + "\n")
        let transports = refused.map { part, reason in
            "/^\(part)@example\\.test$/ \(reason.hasPrefix("4") ? "retry" : "error"):\(reason)\n"
        }
        let discarded = discardsMail ? "/^reader[^@]*@example\\.test$/ discard:\n" : ""
        try folder.write("conf/transports", transports.sorted().joined() + discarded)
    }

    private var parameters: [String: String] {
        [
            "compatibility_level": "3.6",
            "config_directory": folder.path("conf"),
            "queue_directory": folder.path("queue"),
            "data_directory": folder.path("data"),
            "maillog_file": folder.path("maillog"),
            "maillog_file_prefixes": folder.path,
            "inet_interfaces": "127.0.0.1",
            "inet_protocols": "ipv4",
            "myhostname": "mail.example.test",
            "mynetworks": "127.0.0.0/8",
            "mydestination": "",
            "alias_maps": "",
            "alias_database": "",
            // No domain is looked up, neither of clients nor of recipients.
            "smtpd_peername_lookup": "no",
            "smtpd_recipient_restrictions": "permit_mynetworks, reject",
            "default_transport": "error:5.4.4 no mail leaves this machine",
            // Unknown users are accepted first, and reported by mail.
            "smtpd_reject_unlisted_recipient": "no",
            "virtual_mailbox_domains": "example.test",
            "virtual_mailbox_base": folder.path("mail"),
            "virtual_mailbox_maps": "regexp:\(folder.path("conf/mailboxes"))",
            "virtual_uid_maps": "static:\(owner.pw_uid)",
            "virtual_gid_maps": "static:\(owner.pw_gid)",
            "transport_maps": "regexp:\(folder.path("conf/transports"))",
            "smtpd_client_connection_count_limit": "0",
        ]
    }

    private var master: String {
        """
        127.0.0.1:\(port) inet n - n - - smtpd
        cleanup unix n - n - 0 cleanup
        qmgr unix n - n 300 1 qmgr
        tlsmgr unix - - n 1000? 1 tlsmgr
        rewrite unix - - n - - trivial-rewrite
        bounce unix - - n - 0 bounce
        defer unix - - n - 0 bounce
        trace unix - - n - 0 bounce
        flush unix n - n 1000? 0 flush
        proxymap unix - - n - - proxymap
        error unix - - n - - error
        retry unix - - n - - error
        discard unix - - n - - discard
        virtual unix - n n - - virtual
        anvil unix - - n - 1 anvil
        postlog unix-dgram n - n - 1 postlogd

        """
    }
}
