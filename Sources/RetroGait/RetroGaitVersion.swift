/// The program's name and version, as every output carries them. Between releases, the version is the one in preparation.
public enum RetroGaitVersion {
  public static let name = "RetroGait"
  public static let current = "0.2.0"
}
