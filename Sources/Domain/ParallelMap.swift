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

    /// The same of what may fail: of several faults the one of the first element is thrown, whichever came first.
    package static func map<Element: Sendable, Value: Sendable, Fault: Error>(
        _ elements: [Element], throwing transform: @Sendable (Element) throws(Fault) -> Value
    ) throws(Fault) -> [Value] {
        let results = map(elements) { element in
            Result { () throws(Fault) in try transform(element) }
        }
        var values: [Value] = []
        for result in results { values.append(try result.get()) }
        return values
    }
}
