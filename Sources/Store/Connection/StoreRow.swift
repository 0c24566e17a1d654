/// One row of a result, with its values in the order of the statement's columns.
package struct StoreRow: Sendable {
    private let values: [StoreValue]

    package init(_ values: [StoreValue]) {
        self.values = values
    }

    /// - Throws: ``StoreError`` if the column has another type.
    package func integer(_ column: Int) throws(StoreError) -> Int {
        guard case .integer(let value) = values[column] else { throw unexpected(column) }
        return Int(value)
    }

    /// Nil for NULL.
    package func optionalInteger(_ column: Int) throws(StoreError) -> Int? {
        values[column] == .null ? nil : try integer(column)
    }

    package func text(_ column: Int) throws(StoreError) -> String {
        guard case .text(let value) = values[column] else { throw unexpected(column) }
        return value
    }

    /// Nil for NULL.
    package func optionalText(_ column: Int) throws(StoreError) -> String? {
        values[column] == .null ? nil : try text(column)
    }

    package func bytes(_ column: Int) throws(StoreError) -> [UInt8] {
        guard case .bytes(let value) = values[column] else { throw unexpected(column) }
        return value
    }

    private func unexpected(_ column: Int) -> StoreError {
        StoreError(.damaged(detail: "column \(column + 1) of a row has an unexpected type"))
    }
}
