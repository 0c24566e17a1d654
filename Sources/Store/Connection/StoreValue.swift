/// A value that a store keeps in one column: what SQLite and PostgreSQL have in common.
///
/// Times are integers, in seconds since 1970, in columns of the type `BIGINT`. Bytes are in columns of the type `BYTEA`,
/// which SQLite accepts like any other name of a type, and in which it keeps bytes as they are.
package enum StoreValue: Hashable, Sendable {
    case null
    case integer(Int64)
    case text(String)
    case bytes([UInt8])

    package static func integer(_ value: Int) -> StoreValue { .integer(Int64(value)) }

    package static func optional(_ value: Int?) -> StoreValue { value.map { .integer(Int64($0)) } ?? .null }

    package static func optional(_ value: String?) -> StoreValue { value.map { .text($0) } ?? .null }
}
