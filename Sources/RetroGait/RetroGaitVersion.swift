/// The program's name and version, as every output carries them.
public enum RetroGaitVersion {
  public static let name = "RetroGait"
  public static let current = "0.1.0"
}
