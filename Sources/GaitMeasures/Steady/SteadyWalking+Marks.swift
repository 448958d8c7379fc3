import GaitModel

extension SteadyWalking {
  /// `strides` (of one recording, sorted by end), each with whether it is steady and why it enters no mean.
  public func marked(_ strides: [Stride]) -> [Stride] {
    zip(strides, zip(isSteady(strides), reasons(strides))).map { stride, marks in
      var stride = stride
      (stride.isSteady, stride.leftOut) = marks
      return stride
    }
  }
}
