import Glibc

/// A thread of the system's own, for work that goes on beside this thread's.
///
/// Dispatch is not asked for one: where the system gives none, for want of memory or by a limit on tasks, it waits for ever. Here
/// whoever asks is told, and does the work alone.
package struct SystemThread {
    private let thread: pthread_t

    private final class Body {
        let work: @Sendable () -> Void

        init(_ work: @escaping @Sendable () -> Void) { self.work = work }
    }

    /// Begins `work` on a new thread; `nil` where the system gives none.
    package init?(_ work: @escaping @Sendable () -> Void) {
        let body = Unmanaged.passRetained(Body(work))
        var thread = pthread_t()
        let code = pthread_create(
            &thread, nil,
            { body in
                // Given back before the thread ends: who joins it may rely on that.
                body.map { Unmanaged<Body>.fromOpaque($0).takeRetainedValue().work() }
                return nil
            }, body.toOpaque())
        guard code == 0 else {
            body.release()
            return nil
        }
        self.thread = thread
    }

    /// Returns once its work has ended. Each thread is either joined or left, once.
    package func join() { pthread_join(thread, nil) }

    /// Nobody waits for it.
    package func leave() { pthread_detach(thread) }

    /// So many threads can work at once.
    package static let cores = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
}
