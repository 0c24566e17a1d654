internal import CLibXML2

/// Counts the elements that a parser finds, and stops the parser at the limits of ``MarkupFault``. The guard must exist
/// until the parser has ended.
final class MarkupGuard {
    /// The limit that the document exceeds.
    private(set) var fault: MarkupFault?
    /// The line of the first error; nil if the document is well-formed up to its end or to a limit.
    private(set) var brokenLine: Int?
    private var parts = 0

    /// Creates a guard for a parser of XML.
    init(_ context: xmlParserCtxtPtr) {
        context.pointee._private = Unmanaged.passUnretained(self).toOpaque()
        guard let handler = context.pointee.sax else { return }
        handler.pointee.startElementNs = {
            context, name, prefix, uri, namespaceCount, namespaces, attributeCount, defaulted, attributes in
            guard MarkupGuard.admits(context, 1 + Int(namespaceCount) + Int(attributeCount)) else { return }
            xmlSAX2StartElementNs(
                context, name, prefix, uri, namespaceCount, namespaces, attributeCount, defaulted, attributes)
        }
        handler.pointee.reference = { context, name in
            if MarkupGuard.admits(context, 1) { xmlSAX2Reference(context, name) }
        }
        // A document declares at most some 250, those of HTML.
        handler.pointee.entityDecl = { context, name, type, publicID, systemID, content in
            guard MarkupGuard.admits(context, 100, reporting: .entities) else { return }
            xmlSAX2EntityDecl(context, name, type, publicID, systemID, content)
        }
        // Those of a DTD refer to each other; few of them make it endless.
        handler.pointee.getParameterEntity = { context, name in
            guard MarkupGuard.admits(context, 5_000, reporting: .entities) else { return nil }
            return xmlSAX2GetParameterEntity(context, name)
        }
        // Called after the internal subset: no other is loaded, and defaults of attributes can't multiply.
        handler.pointee.externalSubset = { context, _, _, _ in
            guard let context = context?.assumingMemoryBound(to: xmlParserCtxt.self) else { return }
            if let defaults = context.pointee.attsDefault { xmlHashFree(defaults, xmlHashDefaultDeallocator) }
            context.pointee.attsDefault = nil
        }
        handler.pointee.serror = { context, error in
            guard let error else { return }
            if error.pointee.code == Int32(XML_ERR_ENTITY_LOOP.rawValue) {
                _ = MarkupGuard.admits(context, MarkupFault.mostParts + 1, reporting: .entities)
            } else if error.pointee.level == XML_ERR_FATAL {
                MarkupGuard.note(error.pointee, in: context)
            }
        }
        handler.pointee.comment = nil
        handler.pointee.processingInstruction = nil
    }

    /// Creates a guard for a parser of HTML.
    init(html context: htmlParserCtxtPtr) {
        context.pointee._private = Unmanaged.passUnretained(self).toOpaque()
        guard let handler = context.pointee.sax else { return }
        handler.pointee.startElement = { context, name, attributes in
            var count = 0
            while attributes?[count] != nil { count += 2 }
            if MarkupGuard.admits(context, 1 + count / 2) { xmlSAX2StartElement(context, name, attributes) }
        }
        handler.pointee.comment = nil
        handler.pointee.processingInstruction = nil
    }

    private static func note(_ error: xmlError, in context: UnsafeMutableRawPointer?) {
        guard let watch = context?.assumingMemoryBound(to: xmlParserCtxt.self).pointee._private else { return }
        Unmanaged<MarkupGuard>.fromOpaque(watch).takeUnretainedValue().note(error)
    }

    private func note(_ error: xmlError) {
        if fault == nil, brokenLine == nil { brokenLine = Int(error.line) }
    }

    private static func admits(
        _ context: UnsafeMutableRawPointer?, _ parts: Int, reporting fault: MarkupFault = .parts
    ) -> Bool {
        guard let context = context?.assumingMemoryBound(to: xmlParserCtxt.self),
            let watch = context.pointee._private
        else { return false }
        let isIn = Unmanaged<MarkupGuard>.fromOpaque(watch).takeUnretainedValue().admits(context, parts, fault)
        if !isIn { xmlStopParser(context) }
        return isIn
    }

    private func admits(_ context: xmlParserCtxtPtr, _ parts: Int, _ exceeded: MarkupFault) -> Bool {
        self.parts += parts
        if fault == nil {
            if self.parts > MarkupFault.mostParts { fault = exceeded }
            if context.pointee.nodeNr >= MarkupFault.deepest { fault = .depth }
            // The parser keeps the prefix and the address of each.
            if context.pointee.nsNr > 2 * MarkupFault.mostNamespaces { fault = .attributes }
        }
        return fault == nil
    }
}
