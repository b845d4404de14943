import Fenci

/// Why a command ends without its result: one line for people, and the exit status.
struct CommandFailure: Error {
  let message: String
  var status: Int32 = 1

  init(_ message: String, status: Int32 = 1) {
    self.message = message
    self.status = status
  }

  /// The failure that stands for an error of the library.
  init(_ error: any Error) {
    self.init("\(error)")
  }
}
