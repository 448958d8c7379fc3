# Opens the HDF5 file of an export with hdf5r: cells must be those of the CSV tables, and truths and counts keep their kinds.
suppressPackageStartupMessages(library(hdf5r))
arguments <- commandArgs(trailingOnly = TRUE)
file <- H5File$new(arguments[1], "r")
folder <- arguments[2]
wrong <- character()
count <- 0
for (table in names(file)) {
  rows <- read.csv(file.path(folder, paste0(table, ".csv")), check.names = FALSE, encoding = "UTF-8",
                   colClasses = "character", na.strings = character())
  group <- file[[table]]
  # A name with a slash cannot be a link of HDF5; the attribute has it as given.
  links <- names(group)
  names(links) <- vapply(links, function(link) {
    given <- h5attributes(group[[link]])$name
    if (is.null(given)) link else given
  }, "")
  if (!setequal(names(links), names(rows))) wrong <- c(wrong, paste(table, "has other columns than its CSV"))
  for (name in intersect(names(rows), names(links))) {
    found <- group[[links[[name]]]][]
    wanted <- rows[[name]]
    type <- h5attributes(group[[links[[name]]]])$type
    same <- if (is.character(found)) {
      # CSV has an apostrophe before what a spreadsheet would take for a formula.
      found == wanted | paste0("'", found) == wanted
    } else if (is.logical(found)) {
      found == (wanted == "TRUE")
    } else {
      number <- ifelse(wanted == "TRUE", 1, ifelse(wanted == "FALSE", 0, suppressWarnings(as.numeric(wanted))))
      ifelse(is.na(number), is.na(found), abs(found - number) <= 1e-9 * pmax(1, abs(number)))
    }
    if (length(found) != length(wanted) || anyNA(same) || !all(same)) {
      wrong <- c(wrong, paste0(table, "$", name, " has other cells than its CSV"))
    }
    if (type %in% c("string", "date") != is.character(found)) wrong <- c(wrong, paste0(table, "$", name, " is no ", type))
    count <- count + length(found)
  }
}
if (length(wrong) > 0) {
  writeLines(wrong)
  quit(status = 1)
}
cat("R:", count, "cells of the HDF5 file are those of the CSV tables\n")
