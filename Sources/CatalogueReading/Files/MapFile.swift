import Domain

/// `map.geojson`: the outlines of the communes by their codes. An office without it has a page without a map.
enum MapFile {
    static let name = "map.geojson"
    static let path = "catalogue/\(name)"
    private static let bytesMost = 1 << 20

    static func read(_ files: [String: SourceFile], _ findings: FindingCollection) -> CommuneMap? {
        let position = Position(file: path)
        guard let file = files[path] else {
            findings.add(MissingCatalogueFile.self, .note, at: position, .withoutMap(path))
            return nil
        }
        guard file.bytes.count <= bytesMost else {
            findings.add(BadMap.self, .query, at: position, .tooLargeMap(file.bytes.count))
            return nil
        }
        var reader = GeoJSONReader(file.bytes)
        let read: (outlines: [CommuneMap.Outline], source: String)
        do {
            read = try reader.read()
        } catch {
            findings.add(BadMap.self, .query, at: position, .badMap(error.place))
            return nil
        }
        var codes: Set<String> = []
        for outline in read.outlines where !codes.insert(outline.code).inserted {
            findings.add(BadMap.self, .query, at: position, value: outline.code, .outlinedTwice(outline.code))
        }
        guard codes.count == read.outlines.count else { return nil }
        guard !codes.isEmpty else {
            findings.add(BadMap.self, .query, at: position, .badMap("features"))
            return nil
        }
        return CommuneMap(read.outlines, source: read.source)
    }
}

extension FindingText {
    fileprivate static func withoutMap(_ path: String) -> Self {
        Self(
            vi: "không có tệp “\(path)”: trang tóm tắt không có bản đồ",
            en: "there is no file “\(path)”: the leader's page has no map",
            remedy: (
                "Muốn có bản đồ thì đặt vào danh mục tệp GeoJSON ranh giới xã, phường, mỗi xã có thuộc tính code là mã đơn vị.",
                "For a map, put a GeoJSON file of the communes' outlines there, each with its code as the property code."
            ))
    }
}
