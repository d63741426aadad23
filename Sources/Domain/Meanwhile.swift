import Dispatch

/// A value that is worked out on another thread while this one goes on; where the system gives no thread, by who asks for it.
package final class Meanwhile<Value>: @unchecked Sendable {
    private let make: @Sendable () -> Value
    private let done = DispatchSemaphore(value: 0)
    /// Written before `done` is signalled, and read only after it.
    private var made: Value?

    package init(_ make: @escaping @Sendable () -> Value) {
        self.make = make
        let other = SystemThread {
            self.made = make()
            self.done.signal()
        }
        if let other { other.leave() } else { done.signal() }
    }

    /// The value, once it is there.
    package var value: Value {
        done.wait()
        defer { done.signal() }
        return made ?? make()
    }
}
