internal import CLibXML2
internal import Text

/// The only user of libxml2: reads XML and HTML, however malformed, into values.
///
/// No other file or URL is loaded, and the size of expanded text is bounded by the limits of ``MarkupFault``.
enum MarkupLibrary {
    /// Initialises libxml2, once, before several threads use it.
    private static let isReady: Bool = {
        xmlInitParser()
        xmlSetExternalEntityLoader { _, _, _ in nil }
        return true
    }()

    /// Reads an XML document (XML 1.0). A document that isn't well-formed is read by ``LooseMarkup``.
    ///
    /// Internal entities are expanded; external ones are empty. Defaults of attributes in a DTD are ignored.
    ///
    /// - Returns: nil if the text isn't XML.
    static func document(xml text: DecodedText) throws(MarkupFault) -> MarkupDocument? {
        if let name = text.refusedEncoding { throw .encoding(name) }
        let bytes = text.bytes
        guard isReady, bytes.first(where: { $0 > 0x20 }) == UInt8(ascii: "<"), bytes.count < Int(Int32.max) else {
            return nil
        }
        if TagScan.hasCrowdedTag(inXML: bytes) { throw .attributes }
        guard let context = xmlNewParserCtxt() else { return nil }
        defer { xmlFreeParserCtxt(context) }
        let guarding = MarkupGuard(context)
        let options =
            XML_PARSE_RECOVER.rawValue | XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue
            | XML_PARSE_NOWARNING.rawValue | XML_PARSE_NOCDATA.rawValue | XML_PARSE_IGNORE_ENC.rawValue
        let document = bytes.withUnsafeBytes { buffer in
            xmlCtxtReadMemory(
                context, buffer.bindMemory(to: CChar.self).baseAddress, Int32(buffer.count), nil, "UTF-8",
                Int32(options))
        }
        defer { xmlFreeDoc(document) }
        if let fault = guarding.fault, !fault.leavesBeginning { throw fault }
        // After an error libxml2 drops references and whole elements without a word.
        if let line = guarding.brokenLine {
            return try LooseMarkup.document(of: bytes, brokenAt: line)
        }
        return try root(of: document, isXML: true).map { MarkupDocument(root: $0, cut: guarding.fault) }
    }

    /// The root of an XML document whose encoding the server didn't declare.
    static func xml(_ bytes: [UInt8]) throws(MarkupFault) -> MarkupNode? {
        try document(xml: DecodedText(bytes, format: .xml))?.root
    }

    /// The root of an HTML page; for a very large page, of its beginning.
    ///
    /// - Parameter contentType: the server's `Content-Type`.
    /// - Returns: nil if the page isn't HTML, or exceeds a limit.
    static func html(_ page: [UInt8], contentType: String? = nil) -> MarkupNode? {
        html(DecodedText(page, format: .html, contentType: contentType))
    }

    /// The root of HTML that is part of another text.
    static func html(fragment: String) -> MarkupNode? {
        html(DecodedText(Array("<div>\(fragment)</div>".utf8), format: .plain))
    }

    private static func html(_ text: DecodedText) -> MarkupNode? {
        let bytes = text.bytes
        guard isReady, !bytes.isEmpty, bytes.count < Int(Int32.max), !TagScan.hasCrowdedTag(inHTML: bytes),
            let context = htmlNewParserCtxt()
        else { return nil }
        defer { htmlFreeParserCtxt(context) }
        let guarding = MarkupGuard(html: context)
        defer { withExtendedLifetime(guarding) {} }
        let options =
            HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NONET.rawValue | HTML_PARSE_NOERROR.rawValue
            | HTML_PARSE_NOWARNING.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
        let document = bytes.withUnsafeBytes { buffer in
            htmlCtxtReadMemory(
                context, buffer.bindMemory(to: CChar.self).baseAddress, Int32(buffer.count), nil, "UTF-8",
                Int32(options))
        }
        defer { xmlFreeDoc(document) }
        // A document that is refused as a whole isn't a document to the caller, who reports it.
        return try? root(of: document, isXML: false)
    }

    private static func root(of document: xmlDocPtr?, isXML: Bool) throws(MarkupFault) -> MarkupNode? {
        guard let document, let root = xmlDocGetRootElement(document) else { return nil }
        var tree = MarkupTree(isXML: isXML)
        return try tree.node(root)
    }
}
