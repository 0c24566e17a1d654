package import Context

/// Makes relative paths start at a folder, like a process's working directory, without changing that of this process.
package struct WorkingFolder: Sendable {
    private let path: String

    package init(_ path: String) {
        self.path = path
    }

    /// The same machine as seen from the folder.
    package func context(on machine: Context) -> Context {
        var context = machine
        context.files = files(machine.files)
        context.git = Git { command throws(GitError) in
            var command = command
            command.folder = absolute(command.folder ?? ".")
            return try await machine.git.run(command)
        }
        context.locks = FolderLocks { folder, patience in
            do {
                return try machine.locks.take(absolute(folder), patience)
            } catch is FolderBusy {
                throw FolderBusy(folder: folder)
            } catch let error as FileError {
                throw FileError(path: folder, reason: error.reason, remedy: error.remedy)
            }
        }
        context.publisher = { place in publisher(place, machine) }
        return context
    }

    private func absolute(_ file: String) -> String {
        if file.hasPrefix("/") { return file }
        return file == "." || file.isEmpty
            ? path : path + "/" + (file.hasPrefix("./") ? String(file.dropFirst(2)) : file)
    }

    /// The path as written in the folder: messages name a file as the command does.
    private func relative(_ file: String) -> String {
        if file == path { return "." }
        return file.hasPrefix(path + "/") ? String(file.dropFirst(path.count + 1)) : file
    }

    private func files(_ files: Files) -> Files {
        return Files(
            read: { file throws(FileError) in try naming(file, files.read) },
            map: { file throws(FileError) in try naming(file, files.map) },
            readPieces: { file, body in
                do {
                    try files.readPieces(absolute(file), body)
                } catch var error as FileError {
                    if !file.hasPrefix("/") { error.path = relative(error.path) }
                    throw error
                }
            },
            list: { folder throws(FileError) in try naming(folder, files.list) },
            listAll: { folder throws(FileError) in try naming(folder, files.listAll) },
            status: { files.status(absolute($0)) }, isFolder: { files.isFolder(absolute($0)) },
            realPath: { files.realPath(absolute($0)) },
            write: { file, bytes throws(FileError) in
                try naming(file) { path throws(FileError) in try files.write(path, bytes) }
            },
            remove: { file throws(FileError) in try naming(file, files.remove) },
            removeTemporaries: { files.removeTemporaries(absolute($0)) },
            removeTemporariesBelow: { files.removeTemporariesBelow(absolute($0)) })
    }

    /// Rewrites errors so that they name the file as the command does.
    private func naming<Value>(_ file: String, _ work: (String) throws(FileError) -> Value) throws(FileError) -> Value {
        do throws(FileError) {
            return try work(absolute(file))
        } catch {
            var error = error
            if !file.hasPrefix("/") { error.path = relative(error.path) }
            throw error
        }
    }

    private func publisher(_ place: PublishingPlace, _ machine: Context) -> Publisher {
        var inside = place
        inside.folder = absolute(place.folder)
        let publisher = machine.publisher(inside)
        return Publisher(open: {
            let publish = try await naming { try await publisher.open() }
            return { products in
                let products = products.map { product in
                    var product = product
                    if let source = product.source { product.content = .copy(of: absolute(source)) }
                    return product
                }
                return try await naming { try await publish(products) }
            }
        })
    }

    private func naming<Value>(_ work: () async throws -> Value) async throws -> Value {
        do {
            return try await work()
        } catch var error as FileError {
            error.path = relative(error.path)
            throw error
        }
    }
}
