internal import Context

/// Renders products, a few at a time.
enum Rendering {
    /// Writes each product to the path below the folder that `target` returns for it; existing files are replaced, not
    /// overwritten in place.
    ///
    /// - Returns: the stamps of the files, in the order of the products.
    static func write(
        _ products: [Product], jobs: Int, into folder: FolderHandle, at target: @escaping @Sendable (Product) -> String
    ) async throws -> [FileStamp] {
        let outcomes = await Window.map(products, jobs: jobs) { product in
            Result { try folder.replace(target(product), try bytes(of: product)) }
        }
        return try outcomes.map { try $0.get() }
    }

    /// The products whose files in a folder already have the bytes that would be written, with the stamps of these
    /// files.
    static func same(_ products: [Product], jobs: Int, in folder: FolderHandle) async throws -> [String: FileStamp] {
        let outcomes = await Window.map(products, jobs: jobs) { product in
            Result { () throws -> FileStamp? in
                guard let file = try folder.read(product.path) else { return nil }
                return try bytes(of: product) == file.bytes ? file.stamp : nil
            }
        }
        var same: [String: FileStamp] = [:]
        for (product, outcome) in zip(products, outcomes) { same[product.path] = try outcome.get() }
        return same
    }

    private static func bytes(of product: Product) throws -> [UInt8] {
        switch product.content {
        case .bytes(let render): try render()
        case .copy(let source): try LiveFiles.read(source)
        }
    }
}
