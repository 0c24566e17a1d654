/// A named SQL statement: a file in `SQL`, in the subset that SQLite (3.40) and PostgreSQL (15) share.
///
/// Parameters are written `$1`, `$2`, in this order when they first appear: for SQLite, these are names, which it numbers
/// as they appear (sqlite.org/lang_expr.html, "Parameters"). Each file begins with a comment that says why the statement exists and, where it
/// matters, which index it uses.
package struct StoreStatement: Hashable, Sendable {
    /// The file's name without its ending.
    package let name: String
    package let sql: String

    package init(_ name: String, _ bytes: [UInt8]) {
        self.name = name
        sql = String(decoding: bytes, as: UTF8.self)
    }

    package static func == (left: Self, right: Self) -> Bool { left.name == right.name }

    package func hash(into hasher: inout Hasher) { hasher.combine(name) }
}
