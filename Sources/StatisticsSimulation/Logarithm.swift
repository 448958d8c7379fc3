#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

func naturalLogarithm(_ x: Double) -> Double { log(x) }
