/// Opens stores; only the command line chooses which kind.
package struct StoreAccess: Sendable {
    /// Opens the store at a path, and creates it if there is none. Throws ``StoreError``.
    package var open: @Sendable (_ path: String, _ now: Int) async throws -> any StoreBackend
    /// Makes an empty store that is gone when it is closed.
    package var temporary: @Sendable (_ now: Int) async throws -> any StoreBackend

    package init(
        open: @escaping @Sendable (_ path: String, _ now: Int) async throws -> any StoreBackend,
        temporary: @escaping @Sendable (_ now: Int) async throws -> any StoreBackend
    ) {
        self.open = open
        self.temporary = temporary
    }
}
