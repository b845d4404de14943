import Glibc
import Synchronization

/// Two threads and one mutex, without a race. With an argument they also count without the mutex: a race that the
/// sanitizer must find.
final class Box: Sendable {
  let values = Mutex<[Int]>([])
}

let box = Box()
let hasRace = CommandLine.arguments.count > 1
nonisolated(unsafe) var count = 0

func run(_: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  for index in 0..<20_000 {
    box.values.withLock { $0.append(index) }
    if hasRace { count += 1 }
  }
  return nil
}

var (first, second) = (pthread_t(), pthread_t())
pthread_create(&first, nil, run, nil)
pthread_create(&second, nil, run, nil)
pthread_join(first, nil)
pthread_join(second, nil)
print(box.values.withLock { $0.count })
