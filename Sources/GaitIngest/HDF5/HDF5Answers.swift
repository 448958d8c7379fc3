import CHDF5

/// The answers to one kind of question about a dataset, for one part of it after the other.
///
/// The next question is asked before the answer to the last one is used, so that both processes work at once.
struct HDF5Answers: ~Copyable {
  /// The part of a dataset that a question is about.
  struct Part {
    /// Bytes that the answer may have.
    var limit: Int
    /// As the question takes them.
    var numbers: [Int]
    /// The page of shared memory that the answer is put into; `nil` where it comes through the socket.
    var page: Int?
  }

  private let process: HDF5Process
  private let question: rg_question
  private let dataset: hid_t
  private let next: () -> Part?
  private var isAsked = false

  /// Asks about the first part.
  ///
  /// - Parameter next: Gives one part after the other, and `nil` at the end.
  init(_ question: rg_question, _ dataset: hid_t, of process: HDF5Process, next: @escaping () -> Part?) {
    (self.process, self.question, self.dataset, self.next) = (process, question, dataset, next)
    ask()
  }

  // An answer that nobody waits for would be taken for that of the next question.
  deinit {
    var bytes: [UInt8] = []
    if isAsked { _ = process.receive(into: &bytes) }
  }

  /// Waits for the next answer. Bytes that are not in a page of shared memory are put at the start of `bytes`, which is
  /// lengthened where they do not fit.
  ///
  /// - Returns: Its status and how many bytes were put there; `nil` after the last part, and if the process ended.
  mutating func receive(into bytes: inout [UInt8]) -> (status: Int64, count: Int)? {
    guard isAsked, let answer = process.receive(into: &bytes) else { return nil }
    ask()
    return answer
  }

  private mutating func ask() {
    let part = next()
    isAsked = part.map { process.send(question, dataset, limit: $0.limit, numbers: $0.numbers, page: $0.page) } ?? false
  }
}
