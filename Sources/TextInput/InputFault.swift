/// Why reading a file stopped; the reader adds the path and makes it an `InputProblem`.
struct InputFault: Error {
  var severity = InputProblem.Severity.error
  var offset: Int?
  var message: String
}
