import Context
import Foundation
import Live
import TestKit
import Text

/// Publishing of literal texts into a scratch folder.
extension ScratchFolder {
    /// Brings a folder to exactly these files.
    @discardableResult
    func publish(_ files: [String: String], to folder: String = "site", adopts: Bool = false) async throws
        -> PublishReport
    {
        let products = files.sorted { $0.key < $1.key }.map { path, text in
            Product(path: path, fingerprint: Fingerprint(.text(text)), content: .bytes { Array(text.utf8) })
        }
        return try await publish(products, to: folder, adopts: adopts)
    }

    @discardableResult
    func publish(_ products: [Product], to folder: String = "site", adopts: Bool = false) async throws -> PublishReport
    {
        let publisher = FolderPublisher(folder: path(folder), jobs: 2, adopts: adopts).publisher
        return try await publisher.open()(products)
    }

    /// The published files with their texts; the program's own notes are left out.
    func site(_ folder: String = "site") throws -> [String: String] {
        let names = try files(below: folder).filter { !$0.hasPrefix(".sennight-") }
        return Dictionary(uniqueKeysWithValues: try names.map { ($0, try text(folder + "/" + $0)) })
    }

    func inode(_ relative: String) -> UInt64? {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path(relative))
        return (attributes?[.systemFileNumber] as? NSNumber)?.uint64Value
    }

    /// What a folder holds, hidden files too.
    func names(in relative: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: path(relative))) ?? []).sorted()
    }
}

/// A product that cannot be made.
struct RenderingFailure: Error {}

extension Product {
    static func failing(_ path: String) -> Product {
        Product(path: path, fingerprint: Fingerprint(.text("failing")), content: .bytes { throw RenderingFailure() })
    }
}
