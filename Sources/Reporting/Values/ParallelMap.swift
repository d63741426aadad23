import Dispatch
import Synchronization

/// Works on the elements of a list on all cores.
package enum ParallelMap {
    /// The results in the order of the elements, whichever was done first.
    package static func map<Element: Sendable, Value: Sendable>(
        _ elements: [Element], _ transform: @Sendable (Element) -> Value
    ) -> [Value] {
        let results = Mutex<[Value?]>(Array(repeating: nil, count: elements.count))
        DispatchQueue.concurrentPerform(iterations: elements.count) { index in
            let value = transform(elements[index])
            results.withLock { $0[index] = value }
        }
        return results.withLock { $0 }.compactMap { $0 }
    }
}
