import GaitIngest
import GaitModel

/// Tables of one layout, whose columns the user is asked about.
struct ColumnQuestion: Sendable {
  struct Table: Sendable {
    /// Where the file lies within the upload, and behind it the sheet or the file in an archive.
    var shown: String
    var file: UploadedFile
    var preview: TablePreview
  }

  /// A file with such tables.
  struct File: Sendable {
    var file: UploadedFile
    var shown: String
    /// Where its sensors were worn, if the names of file and folder say it.
    var placement: Placement?
  }

  /// At least one.
  var tables: [Table]
  /// What is wrong with what was said before.
  var problem: String?

  /// The files with these tables, each once.
  var files: [File] {
    var files: [File] = []
    for table in tables where !files.contains(where: { $0.file == table.file }) {
      let own = tables.filter { $0.file == table.file }.map(\.preview.placement)
      let folder = RecordingFileName.placement(in: table.file.folder.split(separator: "/").last.map(String.init) ?? "")
      let named = own.contains(nil) ? RecordingFileName.placement(in: table.file.name) ?? folder : own[0]
      files.append(File(file: table.file, shown: table.file.path, placement: named))
    }
    return files
  }
}
