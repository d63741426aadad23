import Domain
import Foundation
import Reporting

/// `datapackage.json`: what the CSV files of a package hold, by the Data Package standard, version 2.
package enum DataPackageDescriptor {
    /// A CSV file, with what its columns hold.
    package struct Resource: Sendable {
        package enum Dialect: Sendable { case plain, excel }

        package let name: String
        package let title: String
        package let file: SetFile
        package let dialect: Dialect
        package let fields: [Field]
        package let primaryKey: [String]
        package let missingValues: [String]
    }

    package struct Field: Sendable {
        package enum Kind: Sendable {
            case string, integer, number, boolean
            case oneOf([String])
        }

        package let name: String
        package let kind: Kind
    }

    package static func bytes(
        _ package: ReleasePackage, after earlier: [EarlierPackage] = [], resources: [Resource]
    ) throws -> [UInt8] {
        try JSONPage.bytes(
            Page(
                schema: "https://datapackage.org/profiles/2.0/datapackage.json",
                name: "tonghop-\(package.name)", title: package.title.vi,
                description: "\(package.agency.vi). \(package.notice.vi). Bản tổng hợp lần \(package.edition), "
                    + "từ ngày \(package.firstDay) đến ngày \(package.lastDay).",
                created: package.asOfInstant?.description, version: String(package.edition),
                replaces: earlier.isEmpty ? nil : earlier.map { "tonghop-\($0.name)" },
                resources: resources.map(Page.Resource.init)))
    }

    private struct Page: Encodable {
        let schema: String
        let name: String
        let title: String
        let description: String
        let created: String?
        let version: String
        /// Names of packages whose figures are these no more.
        let replaces: [String]?
        let resources: [Resource]

        enum CodingKeys: String, CodingKey {
            case schema = "$schema"
            case name, title, description, created, version, replaces, resources
        }

        struct Resource: Encodable {
            let profile = "https://datapackage.org/profiles/2.0/dataresource.json"
            let name: String
            let type = "table"
            let title: String
            let path: String
            let format = "csv"
            let mediatype = "text/csv"
            let encoding = "utf-8"
            let bytes: Int
            let hash: String
            let dialect: Dialect
            let schema: Schema

            enum CodingKeys: String, CodingKey {
                case profile = "$schema"
                case name, type, title, path, format, mediatype, encoding, bytes, hash, dialect, schema
            }

            init(_ resource: DataPackageDescriptor.Resource) {
                name = resource.name
                title = resource.title
                // As seen from the descriptor, which lies beside it.
                path = String(PackageFileNames.last(resource.file.name))
                bytes = resource.file.size
                hash = "sha256:\(resource.file.sha256)"
                let isForExcel = resource.dialect == .excel
                dialect = Dialect(delimiter: isForExcel ? ";" : ",")
                schema = Schema(
                    fields: resource.fields.map { Schema.Field($0, decimalChar: isForExcel ? "," : nil) },
                    missingValues: resource.missingValues,
                    primaryKey: resource.primaryKey.isEmpty ? nil : resource.primaryKey)
            }
        }

        struct Dialect: Encodable {
            let delimiter: String
            let lineTerminator = "\r\n"
            let quoteChar = "\""
            let doubleQuote = true
            let header = true
        }

        struct Schema: Encodable {
            let profile = "https://datapackage.org/profiles/2.0/tableschema.json"
            let fields: [Field]
            let missingValues: [String]
            let primaryKey: [String]?

            enum CodingKeys: String, CodingKey {
                case profile = "$schema"
                case fields, missingValues, primaryKey
            }

            struct Field: Encodable {
                let name: String
                let type: String
                let decimalChar: String?
                let constraints: Constraints?

                init(_ field: DataPackageDescriptor.Field, decimalChar: String?) {
                    name = field.name
                    var values: [String]?
                    switch field.kind {
                    case .string: type = "string"
                    case .integer: type = "integer"
                    case .number: type = "number"
                    case .boolean: type = "boolean"
                    case .oneOf(let allowed):
                        type = "string"
                        values = allowed
                    }
                    self.decimalChar = type == "number" ? decimalChar : nil
                    constraints = values.map { Constraints(values: $0) }
                }
            }

            struct Constraints: Encodable {
                let values: [String]

                enum CodingKeys: String, CodingKey { case values = "enum" }
            }
        }
    }
}
