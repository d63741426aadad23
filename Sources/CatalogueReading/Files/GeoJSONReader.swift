import Domain
import Foundation

/// Reads the outlines of a GeoJSON file by its bytes: a catalogue is read by every run, and a decoder of all JSON takes as long
/// for a map as for all registers together.
///
/// It takes what the format allows and passes over members that it does not know; what it cannot read is a fault with its place.
struct GeoJSONReader {
    /// Where the file cannot be read: `features.3.geometry.coordinates`.
    struct Fault: Error { let place: String }

    private let bytes: [UInt8]
    private var at = 0
    private var place: [String] = []

    private static let depthMost = 32

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The outlines in their order, and where they come from.
    mutating func read() throws(Fault) -> (outlines: [CommuneMap.Outline], source: String) {
        var outlines: [CommuneMap.Outline]?
        var source = ""
        try object { (reader, name) throws(Fault) in
            switch name {
            case "source": source = try reader.string()
            case "features":
                var found: [CommuneMap.Outline] = []
                try reader.array { (reader) throws(Fault) in found.append(try reader.feature()) }
                outlines = found
            default: try reader.pass(0)
            }
        }
        guard next() == nil, let outlines else { throw fault }
        return (outlines, source)
    }

    private mutating func feature() throws(Fault) -> CommuneMap.Outline {
        var code: String?
        var rings: [[CommuneMap.Point]] = []
        try object { (reader, name) throws(Fault) in
            switch name {
            case "properties":
                try reader.object { (reader, name) throws(Fault) in
                    if name == "code" { code = try reader.string() } else { try reader.pass(0) }
                }
            case "geometry": rings = try reader.geometry()
            default: try reader.pass(0)
            }
        }
        guard let code, !code.isEmpty, rings.contains(where: { $0.count >= 3 }) else { throw fault }
        return CommuneMap.Outline(code: code, rings: rings)
    }

    private mutating func geometry() throws(Fault) -> [[CommuneMap.Point]] {
        var rings: [[CommuneMap.Point]] = []
        var type = ""
        var level = 0
        try object { (reader, name) throws(Fault) in
            switch name {
            case "type": type = try reader.string()
            case "coordinates": level = try reader.rings(into: &rings, level: 1)
            default: try reader.pass(0)
            }
        }
        guard type == "Polygon" && level == 1 || type == "MultiPolygon" && level == 2 else { throw fault }
        return rings
    }

    /// Rings below so many arrays; how many there are.
    private mutating func rings(into rings: inout [[CommuneMap.Point]], level: Int) throws(Fault) -> Int {
        guard level <= 2 else { throw fault }
        var found = 0
        var own: [[CommuneMap.Point]] = []
        try array { (reader) throws(Fault) in
            let depth = reader.startsRing ? level : 0
            if depth == level {
                var ring: [CommuneMap.Point] = []
                try reader.array { (reader) throws(Fault) in ring.append(try reader.point()) }
                own.append(ring)
                found = level
            } else {
                found = try reader.rings(into: &own, level: level + 1)
            }
        }
        rings += own
        return found
    }

    /// Whether an array of points begins here: two brackets, then a number.
    private var startsRing: Bool {
        var brackets = 0
        for byte in bytes[min(at, bytes.count)...] where !GeoJSONReader.isBlank(byte) {
            guard byte == UInt8(ascii: "[") else { return brackets == 2 }
            brackets += 1
        }
        return false
    }

    private mutating func point() throws(Fault) -> CommuneMap.Point {
        var numbers: [Double] = []
        try array { (reader) throws(Fault) in numbers.append(try reader.number()) }
        guard numbers.count >= 2, let point = CommuneMap.Point(longitude: numbers[0], latitude: numbers[1]) else {
            throw fault
        }
        return point
    }
}

/// The grammar of JSON.
extension GeoJSONReader {
    private var fault: Fault { Fault(place: place.prefix(4).joined(separator: ".")) }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }

    /// The next byte that is no blank, which is not taken.
    private mutating func next() -> UInt8? {
        while at < bytes.count, GeoJSONReader.isBlank(bytes[at]) { at += 1 }
        return at < bytes.count ? bytes[at] : nil
    }

    private mutating func take(_ byte: UInt8) throws(Fault) {
        guard next() == byte else { throw fault }
        at += 1
    }

    private mutating func object(_ member: (inout GeoJSONReader, String) throws(Fault) -> Void) throws(Fault) {
        try take(UInt8(ascii: "{"))
        if next() == UInt8(ascii: "}") { return at += 1 }
        while true {
            let name = try string()
            try take(UInt8(ascii: ":"))
            place.append(name)
            try member(&self, name)
            place.removeLast()
            if next() == UInt8(ascii: "}") { return at += 1 }
            try take(UInt8(ascii: ","))
        }
    }

    private mutating func array(_ element: (inout GeoJSONReader) throws(Fault) -> Void) throws(Fault) {
        try take(UInt8(ascii: "["))
        if next() == UInt8(ascii: "]") { return at += 1 }
        var number = 0
        while true {
            // Only the places of features are told, so only they are named.
            let isNamed = place.count == 1
            if isNamed { place.append(String(number)) }
            try element(&self)
            if isNamed { place.removeLast() }
            number += 1
            if next() == UInt8(ascii: "]") { return at += 1 }
            try take(UInt8(ascii: ","))
        }
    }

    private mutating func string() throws(Fault) -> String {
        try take(UInt8(ascii: "\""))
        let start = at
        at -= 1
        try passString()
        let own = bytes[start..<at - 1]
        guard own.contains(UInt8(ascii: "\\")) else {
            guard let text = String(validating: own, as: UTF8.self) else { throw fault }
            return text
        }
        guard let texts = try? JSONDecoder().decode([String].self, from: Data("[\"".utf8 + own + "\"]".utf8)) else {
            throw fault
        }
        return texts.joined()
    }

    /// Digits with a fraction are read as they stand; a number with an exponent by the standard library.
    private mutating func number() throws(Fault) -> Double {
        _ = next()
        let start = at
        while at < bytes.count, GeoJSONReader.isOfNumber(bytes[at]) { at += 1 }
        guard at > start, let number = Double(String(decoding: bytes[start..<at], as: UTF8.self)), number.isFinite
        else { throw fault }
        return number
    }

    private static func isOfNumber(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."),
            UInt8(ascii: "e"), UInt8(ascii: "E"):
            true
        default: false
        }
    }

    /// Passes over a value that means nothing here.
    private mutating func pass(_ depth: Int) throws(Fault) {
        guard depth < GeoJSONReader.depthMost else { throw fault }
        switch next() {
        case UInt8(ascii: "{"): try object { (reader, _) throws(Fault) in try reader.pass(depth + 1) }
        case UInt8(ascii: "["): try array { (reader) throws(Fault) in try reader.pass(depth + 1) }
        case UInt8(ascii: "\""): try passString()
        case UInt8(ascii: "t"), UInt8(ascii: "f"), UInt8(ascii: "n"):
            while at < bytes.count, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(bytes[at]) { at += 1 }
        default: _ = try number()
        }
    }

    private mutating func passString() throws(Fault) {
        try take(UInt8(ascii: "\""))
        while at < bytes.count, bytes[at] != UInt8(ascii: "\"") { at += bytes[at] == UInt8(ascii: "\\") ? 2 : 1 }
        guard at < bytes.count else { throw fault }
        at += 1
    }
}
