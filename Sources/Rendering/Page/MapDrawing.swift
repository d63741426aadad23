import Domain

/// Outlines as the paths of an SVG: laid flat about their middle, and no finer than the eye sees.
///
/// Only sums and products of whole degrees: the same map gives the same bytes on every machine.
struct MapDrawing {
    static let width = 1_000
    let height: Int
    /// By code.
    let paths: [String: String]
    /// The middle of each commune's largest part, by code.
    let middles: [String: (x: Int, y: Int)]

    /// A path takes about six bytes for each point; the page has a bound.
    private static let bytesMost = 150_000

    init?(_ map: CommuneMap) {
        for least in [1, 3, 8, 20, 40, 80] {
            guard let drawing = MapDrawing(map, least: least) else { return nil }
            if drawing.paths.values.reduce(0, { $0 + $1.utf8.count }) <= MapDrawing.bytesMost {
                self = drawing
                return
            }
        }
        return nil
    }

    /// - Parameter least: Points that are nearer than so much to the one before are left out.
    private init?(_ map: CommuneMap, least: Int) {
        let points = map.outlines.flatMap(\.rings).joined()
        guard let west = points.map(\.longitude).min(), let east = points.map(\.longitude).max(),
            let south = points.map(\.latitude).min(), let north = points.map(\.latitude).max(), west < east
        else { return nil }
        let shrinking = MapDrawing.cosine(degrees: (Double(north) + Double(south)) / 200_000)
        let scale = Double(MapDrawing.width) / ((Double(east) - Double(west)) * shrinking)
        func flat(_ point: CommuneMap.Point) -> (x: Int, y: Int) {
            (
                Int(((Double(point.longitude) - Double(west)) * shrinking * scale).rounded()),
                Int(((Double(north) - Double(point.latitude)) * scale).rounded())
            )
        }
        height = max(1, Int(((Double(north) - Double(south)) * scale).rounded()))
        guard height <= MapDrawing.width * 4 else { return nil }
        var paths: [String: String] = [:]
        var middles: [String: (x: Int, y: Int)] = [:]
        for outline in map.outlines {
            let rings = outline.rings.map { $0.map(flat) }
            paths[outline.code] = rings.map { MapDrawing.path($0, least: least) }.joined()
            middles[outline.code] = rings.max { $0.count < $1.count }.flatMap(MapDrawing.middle)
        }
        self.paths = paths
        self.middles = middles
    }

    /// From point to point by their differences; points that fall together are one.
    private static func path(_ ring: [(x: Int, y: Int)], least: Int) -> String {
        guard let first = ring.first else { return "" }
        var text = "M\(first.x) \(first.y)l"
        var last = first
        var isFirst = true
        for point in ring.dropFirst() where abs(point.x - last.x) + abs(point.y - last.y) >= least {
            let (x, y) = (point.x - last.x, point.y - last.y)
            text += "\(isFirst || x < 0 ? "" : " ")\(x)\(y < 0 ? "" : " ")\(y)"
            last = point
            isFirst = false
        }
        return isFirst ? "" : text + "z"
    }

    private static func middle(_ ring: [(x: Int, y: Int)]) -> (x: Int, y: Int)? {
        guard let left = ring.map(\.x).min(), let right = ring.map(\.x).max(),
            let top = ring.map(\.y).min(), let bottom = ring.map(\.y).max()
        else { return nil }
        return ((left + right) / 2, (top + bottom) / 2)
    }

    /// By its series, for libraries of mathematics differ in their last bit.
    private static func cosine(degrees: Double) -> Double {
        let angle = degrees * 3.141592653589793 / 180
        let square = angle * angle
        return 1 - square / 2 * (1 - square / 12 * (1 - square / 30 * (1 - square / 56)))
    }
}
