import Synchronization

/// Works on the elements of a list on all cores.
package enum ParallelMap {
    /// The results in the order of the elements, whichever was done first.
    package static func map<Element: Sendable, Value: Sendable>(
        _ elements: [Element], _ transform: @Sendable (Element) -> Value
    ) -> [Value] {
        let results = Mutex<[Value?]>(Array(repeating: nil, count: elements.count))
        let next = Atomic(0)
        share(among: min(SystemThread.cores, elements.count)) {
            while true {
                let index = next.add(1, ordering: .relaxed).oldValue
                guard index < elements.count else { return }
                let value = transform(elements[index])
                results.withLock { $0[index] = value }
            }
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

    /// Calls `work`, which takes one piece after another until none is left, on this thread and on others besides, so many in
    /// all at most; returns once all have ended. Where the system gives no threads, this one does it alone.
    package static func share(among threads: Int, _ work: @Sendable () -> Void) {
        withoutActuallyEscaping(work) { work in
            var others: [SystemThread] = []
            while others.count + 1 < threads, let other = SystemThread(work) { others.append(other) }
            work()
            for other in others { other.join() }
        }
    }
}
