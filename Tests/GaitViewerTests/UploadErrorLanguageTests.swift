import Foundation
import GaitModel
import Testing

@testable import GaitViewer

@Suite("Why an upload is not added, in German")
struct UploadErrorLanguageTests {
  private typealias Samples = UploadSamples

  private let fixture: ViewerFixture
  private static let german: [String: String?] = ["Accept-Language": "de"]
  private static let header = "t,f1,f2,f3,r1,r2,r3"

  init() throws {
    fixture = try ViewerFixture()
  }

  private func text(_ target: String, _ headers: [String: String?] = german) async -> String {
    String(decoding: await fixture.answer(target, headers: headers).body, as: UTF8.self)
  }

  private func status(_ id: String, _ headers: [String: String?] = german) async throws -> UploadReport {
    let answer = await text("/upload/status?id=\(id)", headers)
    return try JSONDecoder().decode(UploadReport.self, from: Data(answer.utf8))
  }

  @Test("what becomes of an upload is in the language of whoever asks")
  func done() async throws {
    let file = ("left_foot.csv", try Samples.sample("left_foot.csv"))
    let (id, report) = try await fixture.upload([file])
    #expect(report.state == "done" && report.message.hasPrefix("Added to S09, session first."))
    #expect(try await status(id).message.hasPrefix("Hinzugefügt zu S09, Sitzung first."))
    #expect(await text("/upload/result?id=\(id)", [:]).contains("Added to S09, session first."))
    let (again, _) = try await fixture.upload([file])
    #expect(try await status(again).message.hasPrefix("Diese Ergebnisse waren schon in der Datenbank."))
  }

  @Test(
    "why an upload failed is in German, without a word of English",
    arguments: [
      ("left_foot.csv", "", "eine leere Datei; erwartet: eine Kopfzeile und Messwerte"),
      ("left_foot.csv", "{\"a\": [1, 2]}", "JSON; erwartet: CSV, HDF5, MATLAB oder ein Export"),
      ("left_foot.csv", "time_s,acc_x_m_s2\n0,x\n", "ein unbekannter Aufbau, am Anfang"),
      ("left_foot.csv", "<html><body></body></html>", "eine Webseite"),
      ("walk.zip", "PK\u{3}\u{4}", "ein unbekannter Aufbau, am Anfang"),
    ])
  func broken(_ name: String, _ content: String, _ words: String) async throws {
    let (id, report) = try await fixture.upload([(name, Data(content.utf8))])
    #expect(report.state == "failed")
    let message = try await status(id).message
    #expect(message.contains(words) && !message.contains("found") && !message.contains("expected"), "\(message)")
    #expect(message.hasPrefix(name) && message.contains("gefunden"), "\(message)")
    let page = await text("/upload/result?id=\(id)")
    #expect(page.contains("<h1>Es wurde nichts hinzugefügt</h1>") && page.contains(">Noch einmal versuchen</a>"))
    #expect(!page.contains("expected"))
  }

  @Test("a table without a gyroscope, one without gravity, and a sensor of an unknown place are told in German")
  func unusable() async throws {
    let plain = ["time_s,acc_x_m_s2,acc_y_m_s2,acc_z_m_s2,gyr_x_deg_s,gyr_y_deg_s,gyr_z_deg_s"]
    let rows = (0..<2000).map { k in
      "\(Double(k) / 100),0.\(k % 7),0.\(k % 5),0.\(k % 3),\(k % 11),\(k % 13),\(k % 17)"
    }
    let withoutGravity = Data((plain + rows).joined(separator: "\n").utf8)
    let names = "Time (s),Accel X (g),Accel Y (g),Accel Z (g),Mag X,Mag Y,Mag Z"
    let cases: [(name: String, body: Data, words: String)] = [
      (
        "left_foot.csv", try Samples.table("left_foot.csv", header: names),
        "ein Gyroskop neben dem Beschleunigungssensor"
      ),
      ("walk.zip", try Samples.seed("files/phyphox.zip"), "neben der Datei wählen, wo der Sensor getragen wurde"),
      ("left_foot.csv", withoutGravity, "die Schwerkraft scheint entfernt zu sein"),
    ]
    for (name, body, words) in cases {
      let (id, _) = try await fixture.upload([(name, body)])
      // What the columns may mend is asked about, with the reason.
      let report = try await status(id)
      let told = report.state == "asking" ? await text("/upload/columns?id=\(id)") : report.message
      #expect(told.contains(words), "\(told)")
      #expect(!told.contains("; expected "), "\(told)")
    }
  }

  @Test("a recording of nobody, a day that is none and a walk that is there already are refused in German")
  func refused() async throws {
    let file = ("left_foot.csv", try Samples.sample("left_foot.csv"))
    #expect(try await fixture.upload([file]).report.state == "done")
    for (form, words) in [
      ("", "Es ist keine Person genannt."), ("subject=S09&day=x", "Der Tag ist „x“; erwartet wird einer wie"),
      ("subject=S10", "Dieselben Sensordateien (nach SHA-256) sind schon in der Datenbank"),
    ] {
      let (id, report) = try await fixture.upload([file], form: form)
      #expect(report.state == "failed")
      let message = try await status(id).message
      #expect(message.contains(words), "\(message)")
    }
    #expect(try await status("1").message.hasPrefix("Was Sie hochladen wollten, gibt es nicht mehr."))
  }

  @Test("what columns hold is asked in German, and what is missing is named; what a form sends stays English")
  func columns() async throws {
    let (id, _) = try await fixture.upload([("walk.csv", try Samples.table("left_foot.csv", header: Self.header))])
    let page = await text("/upload/columns?id=\(id)")
    #expect(page.contains("<h1>Was enthalten die Spalten?</h1>"))
    #expect(page.contains("<option value=\"left_foot\">linker Fuß</option>"))
    #expect(page.contains("<option value=\"ms\">Millisekunden</option>") && page.contains("name=\"do\" value=\"read\""))
    let token = fixture.viewer.routes.requestGuard.formToken.text
    let sent = "table=walk.csv&do=read&acc_x_1=2&acc_y_1=2&acc_z_1=3&token=\(token)"
    let answer = await fixture.answer(
      "/upload/answer?id=\(id)", method: .post,
      headers: ["X-RetroGait-Token": nil, "Accept-Language": "de"], body: Data(sent.utf8))
    let again = String(decoding: answer.body, as: UTF8.self)
    #expect(answer.statusCode == .badRequest)
    for words in [
      "Wählen Sie die Spalte der Zeit, oder geben Sie die Abtastrate ein.",
      "Die drei Spalten der Beschleunigung müssen verschieden sein.", "Wählen Sie die Einheit der Drehrate.",
      "Wählen Sie, wo der Sensor von walk.csv getragen wurde.", "Geben Sie den Namen der Person ein.",
    ] { #expect(again.contains(words), "\(words)") }
  }
}
