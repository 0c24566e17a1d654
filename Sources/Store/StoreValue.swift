/// A value that a store keeps in one column: what SQLite and PostgreSQL have in common.
package enum StoreValue: Hashable, Sendable {
    case null
    case integer(Int64)
    case text(String)
    case bytes([UInt8])
}
