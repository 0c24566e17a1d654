internal import Address
internal import Context
internal import Newsletter

/// The recorded responses of a folder, looked up by request.
struct RecordedAnswers: Sendable {
    let all: [RecordedAnswer]

    /// Reads all `.http` files below a folder.
    ///
    /// - Throws: ``Diagnostics`` for files that aren't recorded responses and for a folder without any; ``FileError``.
    init(_ files: Files, in folder: String) throws {
        var faults: [Diagnostic] = []
        var all: [RecordedAnswer] = []
        for listed in try files.list(folder) where listed.path.hasSuffix(".http") {
            let file = "\(folder)/\(listed.path)"
            let bytes = try files.read(file)
            do throws(Diagnostic) {
                all.append(try RecordedAnswer(bytes, file: file))
            } catch {
                faults.append(error)
            }
        }
        if all.isEmpty, faults.isEmpty {
            faults.append(
                Diagnostic(
                    "no recorded responses found", remedy: "Name a folder with files that end in .http", file: folder)
            )
        }
        guard faults.isEmpty else { throw Diagnostics(faults) }
        self.all = all
    }

    /// The response that matches most parts of the request; if several match equally, the first one by file name.
    func answer(_ method: String, _ address: WebAddress, body: String) -> RecordedAnswer? {
        var best: (fitness: Int, answer: RecordedAnswer)?
        for answer in all {
            guard let fitness = answer.fitness(method, address, body: body), fitness > best?.fitness ?? -1 else {
                continue
            }
            best = (fitness, answer)
        }
        return best?.answer
    }
}
