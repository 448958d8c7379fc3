#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

// Prints false alarms, coverage and power of the statistics as Markdown tables, for Scripts/simulate-statistics.

let repetitions = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 10_000
let trends = TrendSimulation(persons: repetitions)
let comparisons = ComparisonSimulation(sessions: repetitions / 2)
let groups = GroupSimulation(groups: repetitions / 5)

print("### One person over sessions\n")
print("In percent of \(repetitions) persons for each number of sessions.\n")
print(trends.table)
print("### Backward against forward in one session\n")
print("Percent of 95 % intervals that hold the true value, of \(repetitions / 2) sessions.\n")
print(comparisons.table)
print("### Groups over six weeks\n")
print("Percent of 95 % intervals that hold the true coefficient, of \(repetitions / 5) groups.\n")
print(groups.table)
print("The greatest share of false alarms is \(percent(trends.mostFalseAlarms)) %.")
exit(trends.mostFalseAlarms <= 0.05 ? 0 : 1)
