#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

// Prints false alarms, coverage and power of the statistics as Markdown tables, for Scripts/simulate-statistics.

let repetitions = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 10_000
let trends = TrendSimulation(persons: repetitions)
let means = MeanSimulation(sessions: repetitions / 2)
let comparisons = ComparisonSimulation(sessions: repetitions / 2)
let groups = GroupSimulation(groups: repetitions / 10)
let arms = ArmsSimulation(groups: repetitions / 10)

print("### One person over sessions\n")
print("In percent of \(repetitions) persons for each number of sessions.\n")
print(trends.table)
print("### The mean of one session\n")
print("Percent of 95 % intervals that hold the true mean, of \(repetitions / 2) sessions; ρ is that of strides.\n")
print(means.table)
print("### Backward against forward in one session\n")
print("Percent of 95 % intervals that hold the true value, of \(repetitions / 2) sessions.\n")
print(comparisons.table)
print("### Groups over six weeks\n")
print("Percent of 95 % intervals that hold the true coefficient, of \(repetitions / 10) groups.\n")
print(groups.table)
print("### Two arms over six weeks\n")
print(
  "Percent of 95 % intervals that hold the true coefficient, of \(repetitions / 10) trials; that of arm × week is 0.\n")
print(arms.table)
print("The greatest share of false alarms from eight sessions on is \(percent(trends.mostFalseAlarms)) %. The")
print("least coverage of a person's course is \(percent(trends.leastCoverage)) %, of a group's coefficients")
print("\(percent(groups.leastCoverage)) %, of those of two arms \(percent(arms.leastCoverage)) %.")
let holds =
  trends.mostFalseAlarms <= 0.06
  && [trends.leastCoverage, groups.leastCoverage, arms.leastCoverage].allSatisfy { $0 >= 0.93 }
exit(holds ? 0 : 1)
