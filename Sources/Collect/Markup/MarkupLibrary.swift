internal import CLibXML2

/// The one door to libxml2: reads XML and HTML, however malformed, into values.
///
/// Nothing is loaded from elsewhere, neither from files nor from the web, and what a small text makes of itself is
/// bounded by the limits of ``MarkupFault``.
enum MarkupLibrary {
    /// libxml2 must be made ready once, before several threads use it.
    private static let isReady: Bool = {
        xmlInitParser()
        xmlSetExternalEntityLoader { _, _, _ in nil }
        return true
    }()

    /// The root of an XML document (XML 1.0); of one that is broken, what can be saved of it.
    ///
    /// Internal entities are expanded; external ones are empty. Defaults of attributes in a DTD are passed over.
    ///
    /// - Parameter isCut: told which limit ends what is read, where that isn't all.
    /// - Returns: nil for what isn't XML.
    static func xml(_ bytes: [UInt8], isCut: (MarkupFault) -> Void = { _ in }) throws(MarkupFault) -> MarkupNode? {
        guard isReady, let text = try MarkupEncoding(xml: bytes), text.bytes.count < Int(Int32.max) else { return nil }
        if TagScan.hasCrowdedTag(inXML: text.bytes) { throw .attributes }
        guard let context = xmlNewParserCtxt() else { return nil }
        defer { xmlFreeParserCtxt(context) }
        let guarding = MarkupGuard(context)
        var options =
            XML_PARSE_RECOVER.rawValue | XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue
            | XML_PARSE_NOWARNING.rawValue | XML_PARSE_NOCDATA.rawValue
        if text.encoding != nil { options |= XML_PARSE_IGNORE_ENC.rawValue }
        let document = text.bytes.withUnsafeBytes { buffer in
            xmlCtxtReadMemory(
                context, buffer.bindMemory(to: CChar.self).baseAddress, Int32(buffer.count), nil, text.encoding,
                Int32(options))
        }
        defer { xmlFreeDoc(document) }
        if let fault = guarding.fault {
            guard fault.leavesBeginning else { throw fault }
            isCut(fault)
        }
        return try root(of: document)
    }

    /// The root of an HTML page; of a very large one, of its beginning.
    ///
    /// - Returns: nil for what isn't HTML, or exceeds a limit.
    static func html(_ bytes: [UInt8]) -> MarkupNode? {
        let text = MarkupEncoding(html: bytes)
        guard isReady, !text.bytes.isEmpty, text.bytes.count < Int(Int32.max),
            !TagScan.hasCrowdedTag(inHTML: text.bytes), let context = htmlNewParserCtxt()
        else { return nil }
        defer { htmlFreeParserCtxt(context) }
        let guarding = MarkupGuard(html: context)
        defer { withExtendedLifetime(guarding) {} }
        let options =
            HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NONET.rawValue | HTML_PARSE_NOERROR.rawValue
            | HTML_PARSE_NOWARNING.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
        let document = text.bytes.withUnsafeBytes { buffer in
            htmlCtxtReadMemory(
                context, buffer.bindMemory(to: CChar.self).baseAddress, Int32(buffer.count), nil, text.encoding,
                Int32(options))
        }
        defer { xmlFreeDoc(document) }
        // A document that is refused as a whole is no document to the caller, who reports it.
        return try? root(of: document)
    }

    private static func root(of document: xmlDocPtr?) throws(MarkupFault) -> MarkupNode? {
        guard let document, let root = xmlDocGetRootElement(document) else { return nil }
        var tree = MarkupTree()
        return try tree.node(root)
    }
}
