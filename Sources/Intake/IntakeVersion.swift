/// The version of the reader itself: what decides, beside bytes and catalogue, how a file is understood.
package enum IntakeVersion {
    /// To be raised with every change by which the same bytes would be read differently.
    package static let digest = "16"
}
