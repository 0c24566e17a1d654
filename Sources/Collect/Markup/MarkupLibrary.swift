internal import CLibXML2

/// The one door to libxml2: reads XML and HTML, however malformed, into values.
enum MarkupLibrary {
    /// libxml2 must be made ready once, before several threads use it.
    private static let isReady: Bool = {
        xmlInitParser()
        return true
    }()

    /// The root of an XML document (XML 1.0); of one that is broken, what can be saved of it.
    ///
    /// Nothing is loaded from elsewhere, and entities do not grow.
    static func xml(_ bytes: [UInt8]) -> MarkupNode? {
        let options =
            XML_PARSE_RECOVER.rawValue | XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue
            | XML_PARSE_NOWARNING.rawValue | XML_PARSE_NOCDATA.rawValue
        return parsed(bytes) { text, count in
            xmlReadMemory(text, count, nil, nil, Int32(options))
        }
    }

    /// The root of an HTML page.
    static func html(_ bytes: [UInt8]) -> MarkupNode? {
        let options =
            HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NONET.rawValue | HTML_PARSE_NOERROR.rawValue
            | HTML_PARSE_NOWARNING.rawValue
        // Pages seldom say that they are in UTF-8, and nearly always are.
        let encoding = String(validating: bytes, as: UTF8.self) == nil ? nil : "UTF-8"
        return parsed(bytes) { text, count in
            htmlReadMemory(text, count, nil, encoding, Int32(options))
        }
    }

    private static func parsed(
        _ bytes: [UInt8], _ parse: (UnsafePointer<CChar>?, Int32) -> xmlDocPtr?
    ) -> MarkupNode? {
        guard isReady, !bytes.isEmpty, bytes.count < Int(Int32.max) else { return nil }
        let document = bytes.withUnsafeBytes { buffer in
            parse(buffer.bindMemory(to: CChar.self).baseAddress, Int32(buffer.count))
        }
        guard let document else { return nil }
        defer { xmlFreeDoc(document) }
        return xmlDocGetRootElement(document).map(element)
    }

    /// Elements lie at most 256 deep, so that this comes to an end.
    private static func element(_ node: xmlNodePtr) -> MarkupNode {
        var read = MarkupNode(
            name: string(node.pointee.name), namespace: node.pointee.ns.map { string($0.pointee.href) })
        var attribute = node.pointee.properties
        while let current = attribute {
            let prefix = current.pointee.ns.map { string($0.pointee.prefix) + ":" } ?? ""
            read.attributes[prefix + string(current.pointee.name)] = text(below: current.pointee.children)
            attribute = current.pointee.next
        }
        var child = node.pointee.children
        while let current = child {
            switch current.pointee.type {
            case XML_ELEMENT_NODE: read.children.append(.element(element(current)))
            case XML_TEXT_NODE, XML_CDATA_SECTION_NODE: read.children.append(.text(string(current.pointee.content)))
            case XML_ENTITY_REF_NODE: read.children.append(.text(text(below: current)))
            default: break
            }
            child = current.pointee.next
        }
        return read
    }

    private static func text(below first: xmlNodePtr?) -> String {
        guard let text = xmlNodeListGetString(first?.pointee.doc, first, 1) else { return "" }
        defer { markup_free(text) }
        return string(text)
    }

    private static func string(_ text: UnsafePointer<xmlChar>?) -> String {
        text.map { String(cString: $0) } ?? ""
    }
}
