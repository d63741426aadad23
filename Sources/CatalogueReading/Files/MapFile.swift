import Domain
import Foundation

/// `map.geojson`: the outlines of the communes by their codes. An office without it has a page without a map.
enum MapFile {
    static let path = "catalogue/map.geojson"
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
        let collection: Collection
        do {
            collection = try JSONDecoder().decode(Collection.self, from: Data(file.bytes))
        } catch {
            findings.add(BadMap.self, .query, at: position, .badMap(place(of: error)))
            return nil
        }
        var codes: Set<String> = []
        for feature in collection.features where !codes.insert(feature.outline.code).inserted {
            findings.add(
                BadMap.self, .query, at: position, value: feature.outline.code, .outlinedTwice(feature.outline.code))
        }
        guard codes.count == collection.features.count, !codes.isEmpty else { return nil }
        return CommuneMap(collection.features.map(\.outline), source: collection.source ?? "")
    }

    /// `features.3.geometry.coordinates`, as far as the decoder has come.
    private static func place(of error: any Error) -> String {
        let context: DecodingError.Context? =
            switch error as? DecodingError {
            case .typeMismatch(_, let context), .valueNotFound(_, let context), .keyNotFound(_, let context),
                .dataCorrupted(let context):
                context
            default: nil
            }
        return (context?.codingPath ?? []).prefix(4).map { $0.intValue.map(String.init) ?? $0.stringValue }
            .joined(separator: ".")
    }

    private struct Collection: Decodable {
        let source: String?
        let features: [Feature]
    }

    private struct Feature: Decodable {
        let outline: CommuneMap.Outline

        private enum Keys: CodingKey { case properties, geometry }
        private enum PropertyKeys: CodingKey { case code }
        private enum GeometryKeys: CodingKey { case type, coordinates }

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: Keys.self)
            let code = try container.nestedContainer(keyedBy: PropertyKeys.self, forKey: .properties)
                .decode(String.self, forKey: .code)
            let geometry = try container.nestedContainer(keyedBy: GeometryKeys.self, forKey: .geometry)
            let rings: [[[Double]]]
            switch try geometry.decode(String.self, forKey: .type) {
            case "Polygon": rings = try geometry.decode([[[Double]]].self, forKey: .coordinates)
            case "MultiPolygon":
                rings = try geometry.decode([[[[Double]]]].self, forKey: .coordinates).flatMap(\.self)
            default:
                throw DecodingError.dataCorruptedError(forKey: .type, in: geometry, debugDescription: "no area")
            }
            let points = try rings.map { ring in
                try ring.map { pair in
                    guard pair.count >= 2, let point = CommuneMap.Point(longitude: pair[0], latitude: pair[1]) else {
                        throw DecodingError.dataCorruptedError(
                            forKey: .coordinates, in: geometry, debugDescription: "no place on the earth")
                    }
                    return point
                }
            }
            guard points.contains(where: { $0.count >= 3 }) else {
                throw DecodingError.dataCorruptedError(
                    forKey: .coordinates, in: geometry, debugDescription: "no area")
            }
            outline = CommuneMap.Outline(code: code, rings: points)
        }
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
