import CHDF5
import CZlib
import Foundation
import GaitModel
import HDF5File
import Testing

@testable import GaitIngest

@Suite("HDF5 files made to do harm")
struct HostileHDF5Tests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private let rows = 4096

  /// Writes a file with a sensor on the left foot, whose accelerometer is made by `accelerometer` in its group.
  private func file(
    limit: ExpansionLimit = ExpansionLimit(), accelerometer: (hid_t) -> Void
  ) throws -> Result<[SensorStream], IngestError> {
    let path = folder.path + "/hostile.h5"
    try HDF5Library.exclusively { () throws(IngestError) in
      guard let file = HDF5Handle(rg_create(path), .file),
        let group = HDF5Handle(rg_create_group(file.id, "left_foot"), .group)
      else { return }
      let time = (0..<rows).map { Double($0) / 100 }
      _ = rg_write_dataset(group.id, "time", time, hsize_t(rows), 1, "s")
      let still = [Double](repeating: 0, count: 3 * rows)
      _ = rg_write_dataset(group.id, "gyroscope", still, hsize_t(rows), 3, "deg/s")
      accelerometer(group.id)
    }
    let size = (FileManager.default.contents(atPath: path) ?? Data()).count
    do throws(IngestError) {
      let streams = try PlainHDF5Format.streams(
        HDF5Process(path: path), byteCount: size, filePlacement: nil, wanted: nil, limit: limit)
      for stream in streams { try PhysicsCheck(SignalEvidence(stream)).check() }
      return .success(streams)
    } catch {
      return .failure(error)
    }
  }

  private func message(_ result: Result<[SensorStream], IngestError>) throws -> String {
    guard case .failure(let error) = result else {
      Issue.record("the file was read")
      return ""
    }
    return error.description
  }

  /// Makes a dataset of `rows` × 3 with a property list that `change` changed.
  private func dataset(
    in group: hid_t, dims: [hsize_t], most: [hsize_t]? = nil, type: hid_t = rg_little_endian_float(),
    change: (hid_t) -> Void,
    fill: (hid_t) -> Void = { _ in }
  ) {
    let space = H5Screate_simple(CInt(dims.count), dims, most)
    let list = H5Pcreate(rg_dataset_creation())
    change(list)
    let dataset = H5Dcreate2(group, "accelerometer", type, space, hid_t(H5P_DEFAULT), list, hid_t(H5P_DEFAULT))
    if dataset >= 0 {
      _ = rg_write_string_attribute(dataset, "units", "m/s^2")
      fill(dataset)
      H5Dclose(dataset)
    }
    H5Pclose(list)
    H5Sclose(space)
  }

  private var dims: [hsize_t] { [hsize_t(rows), 3] }

  @Test("numbers that lie in another file are refused and that file is not read")
  func externalStorage() throws {
    let secret = try folder.write("secret.bin", [UInt8](repeating: 65, count: rows * 12))
    let result = try file { group in
      dataset(in: group, dims: dims) { list in H5Pset_external(list, secret, 0, hsize_t(rows * 12)) }
    }
    #expect(try message(result).contains("dataset /left_foot/accelerometer: found data kept in other files"))
  }

  @Test("a virtual dataset is refused")
  func virtual() throws {
    let result = try file { group in
      dataset(in: group, dims: dims) { list in
        let space = H5Screate_simple(2, dims, nil)
        H5Pset_virtual(list, space, "other.h5", "/x", space)
        H5Sclose(space)
      }
    }
    #expect(try message(result).contains("data kept in other files"))
  }

  @Test("a filter from a plug-in is refused and none is loaded")
  func plugin() throws {
    let result = try file { group in
      dataset(in: group, dims: dims) { list in
        H5Pset_chunk(list, 2, dims)
        // Number 32015 is that of Zstandard.
        H5Pset_filter(list, 32015, UInt32(H5Z_FLAG_OPTIONAL), 0, nil)
      }
    }
    #expect(try message(result).contains("behind an unknown filter"))
    var state: UInt32 = 1
    H5PLget_loading_state(&state)
    #expect(state == 0)
  }

  @Test("a soft link is not followed", arguments: ["/left_foot/gyroscope", "/nowhere", "accelerometer"])
  func softLink(target: String) throws {
    let result = try file { group in
      H5Lcreate_soft(target, group, "accelerometer", hid_t(H5P_DEFAULT), hid_t(H5P_DEFAULT))
    }
    #expect(try message(result).contains("/left_foot/accelerometer: found a link to somewhere else"))
  }

  @Test("a group that holds itself comes to an end")
  func cycle() throws {
    let result = try file { group in
      H5Lcreate_hard(group, ".", group, "accelerometer", hid_t(H5P_DEFAULT), hid_t(H5P_DEFAULT))
    }
    #expect(try message(result).contains("dataset /left_foot/accelerometer: found nothing that can be opened"))
  }

  @Test("tables of the wrong rank or type are named")
  func ranksAndTypes() throws {
    for (dims, says) in [
      ([hsize_t](), "the shape of a single value"), ([4096], "the shape 4096"),
      ([4096, 3, 1], "the shape 4096 × 3 × 1"),
      ([1, 1, 1, 1, 1], "no table"),
    ] {
      let result = try file { group in dataset(in: group, dims: dims) { _ in } }
      #expect(try message(result).contains(says))
    }
    let compound = H5Tcreate(H5T_COMPOUND, 8)
    H5Tinsert(compound, "x", 0, rg_little_endian_float())
    let text = H5Tcopy(rg_text_type())
    H5Tset_size(text, 8)
    for type in [compound, text] {
      let result = try file { group in dataset(in: group, dims: dims, type: type) { _ in } }
      #expect(try message(result).contains("no plain numbers"))
      H5Tclose(type)
    }
  }

  /// A table in one chunk of which `bytes` are the packed content.
  private func packed(_ count: Int, limit: ExpansionLimit = ExpansionLimit()) throws -> Result<
    [SensorStream], IngestError
  > {
    try file(limit: limit) { group in
      dataset(in: group, dims: dims) { list in
        H5Pset_chunk(list, 2, dims)
        H5Pset_deflate(list, 1)
      } fill: { dataset in
        var length = compressBound(UInt(count))
        var target = [UInt8](repeating: 0, count: Int(length))
        compress2(&target, &length, [UInt8](repeating: 0, count: count), UInt(count), 9)
        H5Dwrite_chunk(dataset, hid_t(H5P_DEFAULT), 0, [0, 0], Int(length), target)
      }
    }
  }

  @Test(
    "a chunk that expands to less or more than it should is damaged", arguments: [1, 100, 49_151, 49_153, 20_000_000])
  func wrongExpansion(count: Int) throws {
    #expect(try message(packed(count)).contains("/left_foot/accelerometer: found a chunk that is damaged"))
  }

  @Test("a chunk of the right size is read")
  func rightExpansion() throws {
    // All zero, so that only the check of gravity has something to say.
    #expect(try message(packed(4096 * 12)).contains("gravity"))
  }

  @Test("a table that is larger than the file may give is refused, and read if the user allows it")
  func bomb() throws {
    let huge: [hsize_t] = [1 << 30, 3]
    let result = try file { group in
      dataset(in: group, dims: huge) { list in
        H5Pset_chunk(list, 2, [4096, 3])
        H5Pset_deflate(list, 1)
      }
    }
    #expect(try message(result).contains("25769803776 bytes of numbers in a file of"))
    #expect(try message(result).contains("--max-expanded"))
    let whole = try message(packed(4096 * 12, limit: ExpansionLimit(bytes: 200_000)))
    #expect(whole.contains("at most 200000"))
  }

  @Test("one dataset under many names counts each time")
  func manyNames() throws {
    let path = folder.path + "/many.h5"
    try HDF5Library.exclusively { () throws(IngestError) in
      guard let file = HDF5Handle(rg_create(path), .file),
        let group = HDF5Handle(rg_create_group(file.id, "left_foot"), .group)
      else { return }
      dataset(in: group.id, dims: [2_000_000, 3]) { list in
        H5Pset_chunk(list, 2, [1000, 3])
        H5Pset_deflate(list, 1)
      }
      H5Lcreate_hard(
        group.id, "accelerometer", group.id, "gyroscope", hid_t(H5P_DEFAULT), hid_t(H5P_DEFAULT))
    }
    let error = #expect(throws: IngestError.self) {
      try PlainHDF5Format.streams(HDF5Process(path: path), byteCount: 5000, filePlacement: nil, wanted: nil)
    }
    #expect(try #require(error).description.contains("/left_foot/gyroscope: found 48000000 bytes of numbers"))
  }

  @Test("a chunk larger than the table is held to the limit too")
  func largeChunk() throws {
    let result = try file { group in
      dataset(in: group, dims: dims, most: [.max, 3]) { list in
        H5Pset_chunk(list, 2, [1 << 27, 3])
        H5Pset_deflate(list, 1)
      }
    }
    #expect(try message(result).contains("bytes of numbers in a file of"))
  }

  @Test("chunks behind gzip, shuffling and checksums give what the library gives", arguments: 0..<8)
  func filters(choice: Int) throws {
    let values = (0..<3 * rows).map { Float($0 % 3 == 2 ? 9.81 : 0) + Float($0 % 97) / 1000 }
    let result = try file { group in
      dataset(in: group, dims: dims) { list in
        // The last chunk of rows and of columns reaches past the table.
        H5Pset_chunk(list, 2, choice & 4 == 0 ? [1000, 3] : [1000, 2])
        if choice & 1 == 1 { H5Pset_shuffle(list) }
        H5Pset_deflate(list, 6)
        if choice & 2 == 2 { H5Pset_fletcher32(list) }
      } fill: { dataset in
        H5Dwrite(dataset, rg_native_float(), 0, 0, hid_t(H5P_DEFAULT), values)
      }
    }
    let stream = try #require(try result.get().first)
    for i in 0..<rows {
      #expect(stream.acceleration.x[i] == Double(values[3 * i]))
      #expect(stream.acceleration.z[i] == Double(values[3 * i + 2]))
    }
  }

  @Test("numbers that were never written are missing, not zero")
  func neverWritten() throws {
    let result = try file { group in
      dataset(in: group, dims: dims) { list in H5Pset_chunk(list, 2, [1000, 3]) }
    }
    #expect(try message(result).contains("100 % of the samples missing"))
  }

  @Test("chunks that were never written beside others are missing samples, as of a logger that was stopped early")
  func partlyWritten() throws {
    let written = 3500
    let values = (0..<3 * written).map { Float($0 % 3 == 2 ? 9.81 : 0) + Float($0 % 97) / 1000 }
    let result = try file { group in
      dataset(in: group, dims: dims) { list in
        H5Pset_chunk(list, 2, [500, 3])
      } fill: { dataset in
        let part: [hsize_t] = [hsize_t(written), 3]
        let memory = H5Screate_simple(2, part, nil)
        let space = H5Dget_space(dataset)
        H5Sselect_hyperslab(space, H5S_SELECT_SET, [0, 0], nil, part, nil)
        H5Dwrite(dataset, rg_native_float(), memory, space, hid_t(H5P_DEFAULT), values)
        H5Sclose(space)
        H5Sclose(memory)
      }
    }
    let stream = try #require(try result.get().first)
    #expect(stream.acceleration.z[..<written].allSatisfy { abs($0 - 9.8) < 0.2 })
    #expect(stream.acceleration.z[written...].allSatisfy { $0.isNaN })
  }

  @Test("a table without columns, but of more rows than there are numbers, holds nothing")
  func endlessAndEmpty() throws {
    _ = try file { group in
      let space = H5Screate_simple(3, [1 << 62, 4, 0], nil)
      let endless = H5Dcreate2(
        group, "endless", rg_little_endian_double(), space, hid_t(H5P_DEFAULT), hid_t(H5P_DEFAULT), hid_t(H5P_DEFAULT))
      H5Dclose(endless)
      H5Sclose(space)
    }
    let path = folder.path + "/hostile.h5"
    #expect(try HDF5Tree(HDF5Process(path: path), byteCount: 1 << 20).numbers(["left_foot", "endless"]).values.isEmpty)
  }

  @Test("a name with a slash is no path through links that lead elsewhere")
  func slash() throws {
    _ = try file { group in
      H5Lcreate_soft("/left_foot", group, "elsewhere", hid_t(H5P_DEFAULT), hid_t(H5P_DEFAULT))
    }
    let path = folder.path + "/hostile.h5"
    let paths = [["left_foot", "time"], ["left_foot", "elsewhere", "time"], ["left_foot", "elsewhere/time"]]
    let tree = try HDF5Tree(HDF5Process(path: path), byteCount: 1 << 20)
    var areFound: [Bool] = []
    for path in paths { areFound.append(tree.isDataset(path)) }
    #expect(areFound == [true, false, false])
  }

  @Test("rows that are read some at a time are those of the whole table, written or not", arguments: 0..<4)
  func someRows(choice: Int) throws {
    let values = (0..<3 * rows).map(Float.init)
    _ = try file { group in
      dataset(in: group, dims: dims) { list in
        if choice & 1 == 1 { H5Pset_chunk(list, 2, [1000, 2]) }
      } fill: { dataset in
        if choice & 2 == 2 { H5Dwrite(dataset, rg_native_float(), 0, 0, hid_t(H5P_DEFAULT), values) }
      }
    }
    let file = try HDF5File(HDF5Process(path: folder.path + "/hostile.h5"), byteCount: 1 << 20)
    let table = try file.group("left_foot").dataset("accelerometer", columns: 3)
    let whole = try table.columns()
    #expect(whole[1][7].isNaN == (choice & 2 == 0))
    for range in [0..<1, 0..<rows, 5..<1005, 999..<1001, 1000..<2000, 4000..<rows, (rows - 1)..<rows] {
      let part = try table.columns(ofRows: range)
      for k in 0..<3 {
        // Missing numbers are not equal to each other.
        #expect(part[k].map(\.isNaN) == whole[k][range].map(\.isNaN))
        #expect(part[k].filter { !$0.isNaN } == whole[k][range].filter { !$0.isNaN })
      }
    }
  }

  @Test("a file that ends the process that reads it is an error, wherever that happens", arguments: [false, true])
  func lostProcess(isOpen: Bool) throws {
    _ = try file { group in
      dataset(in: group, dims: dims) { list in H5Pset_chunk(list, 2, [1000, 3]) }
    }
    let process = try HDF5Process(path: folder.path + "/hostile.h5")
    let error = #expect(throws: IngestError.self) {
      if !isOpen { kill(process.number, SIGKILL) }
      let group = try HDF5File(process, byteCount: 1 << 20).group("left_foot")
      if isOpen { kill(process.number, SIGKILL) }
      _ = try group.dataset("accelerometer", columns: 3).columns()
    }
    #expect(try #require(error).description.contains("a file that the HDF5 library cannot get through"))
  }

  @Test("a process that reads a file keeps no other file of this one open, and ends with its reader")
  func processes() throws {
    _ = try file { _ in }
    let open = FileHandle(forReadingAtPath: folder.path + "/hostile.h5")
    var process: HDF5Process? = try HDF5Process(path: folder.path + "/hostile.h5")
    let reader = try #require(process).number
    #if os(Linux)
      let paths = try FileManager.default.contentsOfDirectory(atPath: "/proc/\(reader)/fd").compactMap {
        try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(reader)/fd/\($0)")
      }
      #expect(paths.filter { $0.hasSuffix("hostile.h5") }.count == 1)
    #endif
    process = nil
    #expect(kill(reader, 0) == -1)
    try open?.close()
  }
}
