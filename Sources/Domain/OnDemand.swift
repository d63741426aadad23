import Synchronization

/// A value that is worked out when it is first asked for, once, whoever asks.
package final class OnDemand<Value: Sendable>: Sendable {
    private let make: @Sendable () -> Value
    private let made = Mutex<Value?>(nil)

    package init(_ make: @escaping @Sendable () -> Value) { self.make = make }

    package var value: Value {
        made.withLock { made in
            let value = made ?? make()
            made = value
            return value
        }
    }

    /// The value, if anybody has asked for it before.
    package var ready: Value? { made.withLock { $0 } }
}
