/// Outlines of communes, for pictures: no figure depends on them.
///
/// Points are whole numbers, so that equal maps give equal pictures.
package struct CommuneMap: Hashable, Sendable {
    /// A place on the earth, in hundred-thousandths of a degree.
    package struct Point: Hashable, Sendable {
        package let longitude: Int32
        package let latitude: Int32

        /// `nil` for what is no place on the earth.
        package init?(longitude: Double, latitude: Double) {
            guard longitude.magnitude <= 180, latitude.magnitude <= 90 else { return nil }
            self.longitude = Int32((longitude * 100_000).rounded())
            self.latitude = Int32((latitude * 100_000).rounded())
        }
    }

    /// A commune and the rings that bound it: its parts and the holes in them alike.
    package struct Outline: Hashable, Sendable {
        package let code: String
        package let rings: [[Point]]

        package init(code: String, rings: [[Point]]) {
            self.code = code
            self.rings = rings
        }
    }

    /// One for each code, in the order of the codes.
    package let outlines: [Outline]
    /// Where the outlines come from, as their file says; empty where it does not.
    package let source: String

    package init(_ outlines: [Outline], source: String) {
        self.outlines = outlines.sorted { $0.code < $1.code }
        self.source = source
    }

    /// Whether it has an outline of each of these communes, and of no other: codes are used again, so a map of another time
    /// would show figures at wrong places.
    package func isOf(_ codes: some Sequence<String>) -> Bool { Set(codes) == Set(outlines.map(\.code)) }
}
