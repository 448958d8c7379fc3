#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

func sine(_ x: Double) -> Double { sin(x) }
func cosine(_ x: Double) -> Double { cos(x) }
