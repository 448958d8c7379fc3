#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// How probable each heading of the toes is, for the feet of one person together.
///
/// Two feet of one body go the same way at the same time: both forward, both backward, or both to one side. So the
/// swings of both are explained by one sequence of directions, and a foot whose swings show its axis decides for one
/// whose swings do not. Bayes' rule is summed over what is not known: the direction of each swing, whether the person
/// walked or sidestepped most of the time, and whether each foot tilts as most feet do. A paretic foot rolls nearly as
/// much as it pitches; its tilts then show nothing.
struct HeadingPosterior {
  let alignment: FootAlignment

  /// For each foot a probability for each heading.
  func probabilities(of feet: [AlignmentEvidence]) -> [[Double]] {
    guard feet.count == 2 else { return feet.map { single($0) } }
    return pair(feet[0], feet[1])
  }

  /// Logarithms of what one foot's swings say: for each swing, direction of travel and heading.
  private struct Table {
    /// Likelihoods: swing by swing, four directions each, `headings` values each.
    var values: [Double]
    var typical: Bool
  }

  private var headings: Int { FootAlignment.headings }

  private func table(of foot: AlignmentEvidence, isTypical: Bool) -> Table {
    let tiltWeight = isTypical ? 1 : 0.0
    let toesWeight = isTypical ? 1 : alignment.atypicalToesWeight
    var values: [Double] = []
    values.reserveCapacity(foot.swings.count * TravelClass.allCases.count * headings)
    for swing in foot.swings {
      for travel in TravelClass.allCases {
        let tilt = tiltWeight * swing.sidestepLogit / 2 * (travel.isSidestep ? 1 : -1)
        let reach = travel.isSidestep ? alignment.sidestepFrontLogit : alignment.largestFrontLogit
        for k in 0..<headings {
          let heading = FootAlignment.heading(k)
          let toes = min(max(swing.toesLogits[k], -reach), reach) / 2
          values.append(
            exp(tilt + toesWeight * toes)
              * alignment.density(swing.travel - heading - travel.heading, deviation: swing.travelDeviation))
        }
      }
    }
    return Table(values: values, typical: isTypical)
  }

  private func tables(of foot: AlignmentEvidence) -> [(table: Table, logPrior: Double)] {
    [
      (table(of: foot, isTypical: true), log(1 - alignment.atypicalShare)),
      (table(of: foot, isTypical: false), log(alignment.atypicalShare)),
    ]
  }

  // MARK: One foot

  private func single(_ foot: AlignmentEvidence) -> [Double] {
    var total = [Double](repeating: -.infinity, count: headings)
    for (table, logPrior) in tables(of: foot) {
      for habit in alignment.habits {
        let sums = alone(foot.swings.indices, table, habit)
        let weight = 1 / (1 + alignment.swingCorrelation * Double(max(0, foot.swings.count - 1)))
        for k in 0..<headings {
          let value = logPrior + habit.logPrior + weight * sums[k] + foot.headingLogits[k]
          total[k] = logSum(total[k], value)
        }
      }
    }
    return normalized(total)
  }

  /// Sum over `swings` of the logarithm of their likelihood, for each heading.
  private func alone(_ swings: some Sequence<Int>, _ table: Table, _ habit: FootAlignment.Habit) -> [Double] {
    var sums = [Double](repeating: 0, count: headings)
    let classes = habit.shares.count
    for swing in swings {
      for k in 0..<headings {
        var likelihood = 0.0
        for c in 0..<classes { likelihood += habit.shares[c] * table.values[(swing * classes + c) * headings + k] }
        sums[k] += log(likelihood)
      }
    }
    return sums
  }

  // MARK: Two feet

  private func pair(_ a: AlignmentEvidence, _ b: AlignmentEvidence) -> [[Double]] {
    let pairs = self.simultaneous(a.swings, b.swings)
    let pairedA = Set(pairs.map(\.0))
    let pairedB = Set(pairs.map(\.1))
    let loneA = a.swings.indices.filter { !pairedA.contains($0) }
    let loneB = b.swings.indices.filter { !pairedB.contains($0) }
    let count = Double(pairs.count) + Double(loneA.count + loneB.count) / 2
    let weight = 1 / (1 + alignment.swingCorrelation * max(0, count - 1))
    var total = [Double](repeating: -.infinity, count: headings * headings)
    for (tableA, priorA) in tables(of: a) {
      for (tableB, priorB) in tables(of: b) {
        for habit in alignment.habits {
          let sumsA = alone(loneA, tableA, habit)
          let sumsB = alone(loneB, tableB, habit)
          let together = self.together(pairs, tableA, tableB, habit)
          let prior = priorA + priorB + habit.logPrior
          for i in 0..<headings {
            for k in 0..<headings {
              let cell = i * headings + k
              let swings = sumsA[i] + sumsB[k] + together[cell]
              total[cell] = logSum(total[cell], prior + weight * swings + a.headingLogits[i] + b.headingLogits[k])
            }
          }
        }
      }
    }
    let joint = normalized(total)
    var (first, second) = ([Double](repeating: 0, count: headings), [Double](repeating: 0, count: headings))
    for i in 0..<headings {
      for k in 0..<headings {
        first[i] += joint[i * headings + k]
        second[k] += joint[i * headings + k]
      }
    }
    return [first, second]
  }

  /// Sum over pairs of swings of the logarithm of their likelihood, for each pair of headings.
  private func together(
    _ pairs: [(Int, Int)], _ a: Table, _ b: Table, _ habit: FootAlignment.Habit
  ) -> [Double] {
    var sums = [Double](repeating: 0, count: headings * headings)
    var products = [Double](repeating: 1, count: headings * headings)
    let classes = habit.shares.count
    for (n, (i, k)) in pairs.enumerated() {
      for row in 0..<headings {
        for column in 0..<headings {
          var likelihood = 0.0
          for c in 0..<classes {
            likelihood +=
              habit.shares[c] * a.values[(i * classes + c) * headings + row]
              * b.values[(k * classes + c) * headings + column]
          }
          products[row * headings + column] *= likelihood
        }
      }
      // Logarithms cost more than products; a few of these do not leave the range of numbers.
      if n % 8 == 7 || n == pairs.count - 1 {
        for cell in products.indices {
          sums[cell] += log(products[cell])
          products[cell] = 1
        }
      }
    }
    return sums
  }

  /// Swings of both feet that belong together: each with the nearest one of the other foot.
  private func simultaneous(
    _ a: [AlignmentEvidence.Swing], _ b: [AlignmentEvidence.Swing]
  ) -> [(Int, Int)] {
    var pairs: [(Int, Int)] = []
    var next = 0
    for (i, swing) in a.enumerated() {
      while next + 1 < b.count, abs(b[next + 1].time - swing.time) <= abs(b[next].time - swing.time) { next += 1 }
      guard next < b.count, abs(b[next].time - swing.time) < alignment.togetherWithin else { continue }
      pairs.append((i, next))
      next += 1
    }
    return pairs
  }

  // MARK: Logarithms

  private func logSum(_ a: Double, _ b: Double) -> Double {
    let high = max(a, b)
    guard high > -.infinity else { return high }
    return high + log(exp(a - high) + exp(b - high))
  }

  private func normalized(_ logs: [Double]) -> [Double] {
    let high = logs.max() ?? 0
    let values = logs.map { exp($0 - high) }
    let sum = values.reduce(0, +)
    return values.map { $0 / sum }
  }
}
