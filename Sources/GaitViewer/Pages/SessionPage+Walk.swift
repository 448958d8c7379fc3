import GaitMeasures
import GaitPages
import GaitReport

extension SessionPage {
  /// What is known of the whole walk, and the strides of it to look at.
  func wholeWalk(_ recording: AnalyzedRecording) -> Markup {
    let strides = LookAtSection(recording) { entry in
      let name = StrideDetail.name(entry.foot, entry.stride)
      return "\(link.with("page", choice.page > 1 ? String(choice.page) : nil).with("stride", name))#stride"
    }
    return WholeWalkSection(recording).html() + strides.html()
  }
}
