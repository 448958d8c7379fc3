import CHDF5
import HDF5File

/// An HDF5 file that another process reads, which may crash or find no end without harm to this one.
///
/// libhdf5 1.10 crashes on some damaged files. So no byte of a file from outside reaches the library in this process: it
/// asks questions, each of which has a limited time, and gets plain bytes. One thread at a time may ask.
final class HDF5Process {
  let file: String
  /// The root group.
  private(set) var root: hid_t = -1
  /// What the library gave as the reason of the last question without an answer.
  private(set) var lastError = ""
  private let reader: rg_reader
  private var socket: Int32 { reader.socket }
  /// Whether the process ended.
  private var isLost = false
  /// Whether a group cannot be listed.
  private var hasFault = false

  /// What a question is answered with.
  struct Answer {
    var status: Int64
    var bytes: [UInt8]
  }

  /// Starts the process and opens the file at `path`.
  ///
  /// - Throws: `IngestError` if the file is no HDF5 file, or one that the library crashes on.
  init(path: String) throws(IngestError) {
    var reader = rg_reader()
    // No thread is within the library while its state is copied to the new process.
    let status = HDF5Library.exclusively { rg_start_reader(path, &reader) }
    guard status == 0 else {
      throw IngestError(
        .unreadable, file: path, found: "no process that could read it", expected: "a process and a socket to spare",
        advice: "close other programs, or analyze with fewer jobs")
    }
    (file, self.reader) = (path, reader)
    var nothing: [UInt8] = []
    guard let opened = receive(into: &nothing) else { throw fault }
    guard opened.status >= 0 else {
      throw IngestError(
        .unusable, file: path, found: "a file that is not HDF5 or is cut off (\(lastError))", expected: "an HDF5 file",
        advice: "copy or export it again")
    }
    root = opened.status
  }

  deinit { rg_end_reader(reader) }

  /// The number of the process.
  var number: pid_t { reader.process }

  /// A page of the memory that both processes have.
  func page(_ k: Int) -> UnsafeRawBufferPointer {
    let size = Int(RG_PAGE_BYTES)
    return UnsafeRawBufferPointer(start: reader.pages + k * size, count: size)
  }

  /// Throws the error of a damaged file, if it ended the process or has a group that cannot be listed: before that, a
  /// question without an answer is only something that the file does not have.
  func checkSound() throws(IngestError) {
    if isLost || hasFault { throw fault }
  }

  private var fault: IngestError {
    IngestError(
      .unusable, file: file, found: "a file that the HDF5 library cannot get through", expected: "a whole HDF5 file",
      advice: "the file is damaged; copy or export it again")
  }

  /// Asks a question.
  ///
  /// - Returns: `nil` if the answer is that there is none, whose reason is in `lastError`, or the process ended.
  func ask(
    _ question: rg_question, _ object: hid_t, name: String = "", limit: Int = 0, numbers: [Int] = []
  ) -> Answer? {
    guard let answer = reply(question, object, name: name, limit: limit, numbers: numbers), answer.status >= 0 else {
      return nil
    }
    return answer
  }

  /// The answer to a question, whatever its status; `nil` if the process ended.
  func reply(
    _ question: rg_question, _ object: hid_t, name: String = "", limit: Int = 0, numbers: [Int] = []
  ) -> Answer? {
    var bytes: [UInt8] = []
    guard let reply = reply(question, object, name: name, limit: limit, numbers: numbers, into: &bytes) else {
      return nil
    }
    return Answer(status: reply.status, bytes: bytes)
  }

  /// As the other one, with the bytes at the start of `bytes`, which is lengthened where they do not fit.
  func reply(
    _ question: rg_question, _ object: hid_t, name: String = "", limit: Int = 0, numbers: [Int] = [],
    into bytes: inout [UInt8]
  ) -> (status: Int64, count: Int)? {
    guard send(question, object, name: name, limit: limit, numbers: numbers) else { return nil }
    return receive(into: &bytes)
  }

  /// Asks a question whose answer is the next that is received.
  ///
  /// - Returns: `false` if the process ended.
  func send(
    _ question: rg_question, _ object: hid_t, name: String = "", limit: Int, numbers: [Int], page: Int? = nil
  ) -> Bool {
    guard !isLost else { return false }
    let name = Array(name.utf8)
    var request = rg_request()
    request.question = Int32(bitPattern: question.rawValue)
    request.name_length = Int32(clamping: name.count)
    request.object = object
    request.limit = UInt64(clamping: limit)
    request.page = Int64(page ?? -1)
    withUnsafeMutableBytes(of: &request.numbers) { bytes in
      for (k, number) in zip(bytes.bindMemory(to: UInt64.self).indices, numbers) {
        bytes.bindMemory(to: UInt64.self)[k] = UInt64(clamping: number)
      }
    }
    guard rg_send(socket, &request, MemoryLayout<rg_request>.size) == 0, rg_send(socket, name, name.count) == 0 else {
      isLost = true
      return false
    }
    return true
  }

  /// Bytes that an answer may have beside those that were asked for: more is no answer of this program's.
  private static let largestAnswer = 1 << 36

  /// The answer to the last question, with its bytes at the start of `bytes`, which is lengthened where they do not fit.
  ///
  /// - Returns: `nil` if the process ended.
  func receive(into bytes: inout [UInt8]) -> (status: Int64, count: Int)? {
    var answer = rg_answer()
    guard !isLost, rg_receive(socket, &answer, MemoryLayout<rg_answer>.size) == 0, answer.length <= Self.largestAnswer
    else {
      isLost = true
      return nil
    }
    lastError = withUnsafeBytes(of: answer.error) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    let count = Int(answer.length)
    if bytes.count < count { bytes = [UInt8](repeating: 0, count: count) }
    guard bytes.withUnsafeMutableBytes({ rg_receive(socket, $0.baseAddress, count) }) == 0 else {
      isLost = true
      return nil
    }
    return (answer.status, count)
  }
}

/// An open group or dataset of an `HDF5Process`, closed when it goes out of scope.
struct HDF5Object: ~Copyable {
  enum Kind { case group, dataset }

  let process: HDF5Process
  let id: hid_t
  private let kind: Kind

  /// Opens `name` in the group `location`.
  ///
  /// - Returns: `nil` if there is nothing of that kind.
  init?(_ name: String, in location: hid_t, of process: HDF5Process, _ kind: Kind) {
    let question = kind == .group ? RG_OPEN_GROUP : RG_OPEN_DATASET
    guard let answer = process.ask(question, location, name: name) else { return nil }
    self.process = process
    self.kind = kind
    id = answer.status
  }

  deinit { _ = process.reply(kind == .group ? RG_CLOSE_GROUP : RG_CLOSE_DATASET, id) }

  /// The text of an attribute without spaces that fill it up, or `nil` if there is none or it is no text of at most 64 kB.
  func text(_ attribute: String) -> String? {
    process.ask(RG_TEXT, id, name: attribute).map {
      String(String(decoding: $0.bytes, as: UTF8.self)[...].trimmed { $0 == " " })
    }
  }
}

extension HDF5Process {
  /// What a name in a group leads to.
  enum Link { case none, hard, elsewhere }

  /// - Returns: `elsewhere` also where the library finds an error.
  func link(_ name: String, in location: hid_t) -> Link {
    switch reply(RG_LINK_KIND, location, name: name)?.status {
    case 0: .none
    case 1: .hard
    default: .elsewhere
    }
  }

  /// The names in a group in order, at most `limit`.
  func names(in group: hid_t, limit: Int) -> [String] {
    guard let answer = ask(RG_LINK_NAMES, group, numbers: [limit]) else {
      hasFault = true
      return []
    }
    return answer.bytes.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
  }

  func isGroup(_ name: String, in location: hid_t) -> Bool {
    ask(RG_OBJECT_KIND, location, name: name)?.status == 1
  }

  func isDataset(_ name: String, in location: hid_t) -> Bool {
    ask(RG_OBJECT_KIND, location, name: name)?.status == 2
  }

  /// A number that is attached to a group.
  func number(_ attribute: String, of group: hid_t) -> Double? {
    guard let answer = ask(RG_NUMBER, group, name: attribute), answer.bytes.count == MemoryLayout<Double>.size else {
      return nil
    }
    return answer.bytes.withUnsafeBytes { $0.loadUnaligned(as: Double.self) }
  }
}
