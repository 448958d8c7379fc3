import Foundation
import GaitPages

/// The style sheet, the script and the picture that pages refer to.
enum ViewerAssets {
  /// The report's style with what only the viewer has.
  static let style = Data(PageStyle.sheet.utf8) + Data("\n".utf8) + Data(PackageResources.viewer_css)
  static let script =
    Data(PackageResources.viewer_js) + Data("\n".utf8) + Data(PackageResources.charts_js) + Data("\n".utf8)
    + Data(PackageResources.replay_js)
  static let icon = Data(PackageResources.icon_svg)
}
