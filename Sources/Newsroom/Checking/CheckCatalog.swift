internal import Check
package import Newsletter

/// All checks, by name.
package enum CheckCatalog {
    package static var names: [String] { CheckNames.all }

    /// The summary and remedy for a name that no check has; nil if a check has this name.
    package static func fault(of name: String) -> (summary: String, remedy: String)? { CheckNames.fault(of: name) }

    /// Whether a check needs links to be requested.
    package static func needsWeb(_ name: String) -> Bool { CheckNames.needsWeb(name) }

    /// The page of a check.
    ///
    /// - Throws: a ``Diagnostic`` if there is no such check.
    package static func page(of name: String) throws(Diagnostic) -> String {
        if let fault = CheckNames.fault(of: name) { throw Diagnostic(fault.summary, remedy: fault.remedy) }
        return CheckNames.page(of: name) ?? ""
    }

    /// The first paragraph of a check's page.
    package static func summary(of name: String) -> Substring {
        CheckNames.page(of: name)?.split(separator: "\n\n", maxSplits: 1).first ?? ""
    }
}
