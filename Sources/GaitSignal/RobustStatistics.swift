/// The value below which the share `p` (0 to 1) of `values` lies, interpolated linearly between order statistics
/// (type 7 of Hyndman & Fan 1996, doi 10.1080/00031305.1996.10473566); `nil` without values.
public func quantile(_ p: Double, of values: [Double]) -> Double? {
  quantile(p, ofSorted: values.sorted())
}

/// The middle of `values`; `nil` without values.
public func median(of values: [Double]) -> Double? {
  quantile(0.5, of: values)
}

/// The quantile of values that are sorted already.
public func quantile(_ p: Double, ofSorted sorted: [Double]) -> Double? {
  guard let last = sorted.indices.last else { return nil }
  let position = min(max(p, 0), 1) * Double(last)
  let lower = Int(position)
  let upper = min(lower + 1, last)
  return sorted[lower] + (position - Double(lower)) * (sorted[upper] - sorted[lower])
}

/// The componentwise middle of vectors; `nil` without vectors.
public func median(of vectors: [Vector3]) -> Vector3? {
  guard let x = median(of: vectors.map(\.x)), let y = median(of: vectors.map(\.y)),
    let z = median(of: vectors.map(\.z))
  else { return nil }
  return Vector3(x, y, z)
}
