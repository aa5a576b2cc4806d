/**
 * The functions that a script begins with; base R only. They are in ASCII, as all of a script is (`literals.ts`).
 *
 * A factor has the values in the order of the codebook, and a value without a meaning under its own code rather than
 * lost. Its codes are kept (`codes`), as is why a value is missing (`missing_reason`, as long as the column).
 */
export const FUNCTIONS = String.raw`
# The texts of a CSV have an apostrophe where a spreadsheet would begin a formula; here it is taken off.
koppel_plain <- function(x) {
  at <- grep("'", x, fixed = TRUE)
  begin <- "(*UCP)(?:(?<=[;\t\r\n])|^)'(?=(?:[^\\S\t\r\n]|\ufeff|')*[=+\\-@\uff1d\uff0b\uff0d\uff20])|^'(?='*[\t\r\n])"
  x[at] <- gsub(begin, "", x[at], perl = TRUE)
  x
}

koppel_factor <- function(x, values, labels, ordered) {
  others <- setdiff(unique(x[!is.na(x)]), values)
  labels <- c(labels, as.character(others))
  values <- c(values, others)
  if (length(others) > 0 && is.numeric(values)) {
    labels <- labels[order(values)]
    values <- sort(values)
  }
  x <- factor(x, levels = values, labels = labels, ordered = ordered)
  attr(x, "codes") <- setNames(values, labels)
  x
}

koppel_column <- function(x, variable) {
  reason <- NULL
  if (!is.null(variable$missing)) {
    reason <- factor(x, levels = variable$missing, labels = variable$reasons)
    x[!is.na(reason)] <- NA
  }
  if (variable$kind == "text") x <- koppel_plain(x)
  if (variable$kind == "day") x <- as.Date(x)
  if (!is.null(variable$values)) {
    if (variable$measure == "scale") attr(x, "labels") <- setNames(variable$values, variable$labels)
    else x <- koppel_factor(x, variable$values, variable$labels, variable$measure == "ordinal")
  }
  attr(x, "label") <- variable$label
  attr(x, "missing_reason") <- reason
  x
}

koppel_read <- function(file, label, variables) {
  kinds <- c(integer = "integer", number = "numeric", text = "character", day = "character")
  classes <- unname(kinds[vapply(variables, function(variable) variable$kind, "")])
  table <- read.csv(file, colClasses = classes, na.strings = "", encoding = "UTF-8", check.names = FALSE, blank.lines.skip = FALSE)
  if (!identical(names(table), names(variables))) stop(file, " does not have the columns of this script")
  for (at in seq_along(variables)) table[[at]] <- koppel_column(table[[at]], variables[[at]])
  attr(table, "label") <- label
  table
}

# What every column of scores or counts comes to, as lines of CSV.
koppel_descriptives <- function(table, variables) {
  cat("variable,n,mean,sd,median,min,max\n")
  for (name in names(variables)) {
    variable <- variables[[name]]
    if (variable$measure != "scale" || !(variable$kind %in% c("integer", "number"))) next
    x <- as.numeric(table[[name]])
    x <- x[!is.na(x)]
    found <- if (length(x) == 0) rep(NA, 5) else c(mean(x), sd(x), median(x), min(x), max(x))
    told <- ifelse(is.na(found), "", sprintf("%.15g", found))
    cat(paste(c(name, length(x), told), collapse = ","), "\n", sep = "")
  }
}
`.trim()
