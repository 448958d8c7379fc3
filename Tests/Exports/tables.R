# Opens the tables of an export with read.csv and no argument: types must be those of the dictionary.
folder <- commandArgs(trailingOnly = TRUE)[1]
dictionary <- read.csv(file.path(folder, "dictionary.csv"))
kinds <- list(boolean = "logical", integer = c("integer", "numeric"), number = c("numeric", "integer"))
wrong <- character()
count <- 0
for (table in setdiff(unique(dictionary$table), "measures.measure")) {
  rows <- read.csv(file.path(folder, paste0(table, ".csv")), check.names = FALSE)
  fields <- dictionary[dictionary$table == table, ]
  if (!identical(names(rows), fields$name)) wrong <- c(wrong, paste(table, "has other columns than the dictionary"))
  for (k in seq_len(nrow(fields))) {
    column <- rows[[fields$name[k]]]
    wanted <- kinds[[fields$type[k]]]
    count <- count + 1
    if (!is.null(wanted) && !all(is.na(column)) && !(class(column) %in% wanted)) {
      wrong <- c(wrong, paste0(table, "$", fields$name[k], " is ", class(column), ", not ", wanted[1]))
    }
  }
}
if (length(wrong) > 0) {
  writeLines(wrong)
  quit(status = 1)
}
cat("R:", count, "columns have the types of the dictionary\n")
