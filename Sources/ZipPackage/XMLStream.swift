import CExpat

/// Parses a part as it is unpacked, block by block, and calls its reader for every element and text: nothing is held.
///
/// The calls are C functions, for there is one for each of millions of cells. The reader is told of a document type, where
/// entities come from, and has to stop there. A tag that does not end within `tokenMax` bytes is refused.
package final class XMLStream {
    package typealias Name = UnsafePointer<CChar>
    /// Names and values in turn, behind them `nil`.
    package typealias Attributes = UnsafeMutablePointer<UnsafePointer<CChar>?>

    /// What is called; each is given the reader.
    package struct Calls {
        package typealias Start = @convention(c) (UnsafeMutableRawPointer?, Name?, Attributes?) -> Void
        package typealias End = @convention(c) (UnsafeMutableRawPointer?, Name?) -> Void
        package typealias Text = @convention(c) (UnsafeMutableRawPointer?, UnsafePointer<CChar>?, Int32) -> Void
        package typealias DocumentType = @convention(c) (UnsafeMutableRawPointer?, Name?, Name?, Name?, Int32) -> Void

        package typealias Remark = @convention(c) (UnsafeMutableRawPointer?, UnsafePointer<CChar>?) -> Void
        package typealias Instruction =
            @convention(c) (UnsafeMutableRawPointer?, Name?, UnsafePointer<CChar>?) -> Void

        let start: Start
        let end: End
        let text: Text
        let documentType: DocumentType
        /// A comment: `<!-- … -->`.
        let remark: Remark
        /// An instruction to programs: `<?name …?>`.
        let instruction: Instruction

        package init(
            start: @escaping Start, end: @escaping End, text: @escaping Text, documentType: @escaping DocumentType,
            remark: @escaping Remark, instruction: @escaping Instruction
        ) {
            (self.start, self.end, self.text, self.documentType) = (start, end, text, documentType)
            (self.remark, self.instruction) = (remark, instruction)
        }
    }

    private let parser: XML_Parser
    private let part: String
    private var taken = 0

    /// No tag is longer; what has not ended is looked at again with every block.
    private static let tokenMax = 1 << 20

    /// - Parameter reader: Handed to the calls; it must outlive the stream.
    package init(part: String, reader: UnsafeMutableRawPointer, calls: Calls) throws(XMLError) {
        guard let parser = XML_ParserCreate(nil) else {
            throw XMLError(part: part, line: 1, column: 1, detail: "no memory for a parser")
        }
        self.parser = parser
        self.part = part
        XML_SetUserData(parser, reader)
        XML_SetElementHandler(parser, calls.start, calls.end)
        XML_SetCharacterDataHandler(parser, calls.text)
        XML_SetStartDoctypeDeclHandler(parser, calls.documentType)
        XML_SetCommentHandler(parser, calls.remark)
        XML_SetProcessingInstructionHandler(parser, calls.instruction)
    }

    deinit { XML_ParserFree(parser) }

    /// Where in the bytes taken the tag or text begins of which a call is told.
    package var place: Int { Int(XML_GetCurrentByteIndex(parser)) }

    /// Ends the parsing from within a call; `take` throws then.
    package func stop() { XML_StopParser(parser, XML_Bool(XML_FALSE)) }

    /// Parses the next bytes, at most 1 GiB.
    package func take(_ bytes: UnsafeRawBufferPointer, isLast: Bool) throws(XMLError) {
        let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
        guard XML_Parse(parser, start, Int32(bytes.count), isLast ? 1 : 0) == XML_STATUS_OK else { throw fault() }
        taken += bytes.count
        guard !isLast, taken - Int(XML_GetCurrentByteIndex(parser)) > Self.tokenMax else { return }
        throw fault(saying: "a tag without an end")
    }

    private func fault(saying detail: String? = nil) -> XMLError {
        let said = detail ?? XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) } ?? ""
        return XMLError(
            part: part, line: Int(XML_GetCurrentLineNumber(parser)),
            column: Int(XML_GetCurrentColumnNumber(parser)) + 1,
            detail: said)
    }
}
