import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, extname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { needs } from '../require'

/** The programs that analysts open a release with; null where one is not installed (then `test.runIf` runs nothing). */
export const READERS = {
  r: needs('Rscript'),
  haven: needs('/usr/lib/R/site-library/haven') && needs('Rscript'),
  pspp: needs('pspp'),
  readstat: needs('readstat'),
}

/** A folder of the test that runs, gone afterwards. */
export function folderOfTest(): string {
  const folder = mkdtempSync(join(tmpdir(), 'koppel-readers-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}

/** What a program printed; throws with what it printed to both sides when it failed. */
function printed(program: string | null, args: readonly string[], input = '', cwd?: string): Promise<string> {
  if (!program) throw new Error('a reader that is not installed was asked')
  const env = { ...process.env, LC_ALL: 'C.UTF-8', TZ: 'UTC' }
  return new Promise((resolve, reject) => {
    const child = execFile(program, args, { env, cwd, maxBuffer: 2 ** 30 }, (error, stdout, stderr) =>
      error ? reject(new Error(`${error.message}\n${stdout}\n${stderr}`)) : resolve(stdout),
    )
    // a program that ends before it has read says so by its code, and need not read at all
    child.stdin?.on('error', () => undefined)
    child.stdin?.end(input)
  })
}

/** Runs R and returns what it printed. */
export const inR = (script: string): Promise<string> => printed(READERS.r, ['-'], script)

/** What a script of R prints that lies in a folder with what it reads. */
export const rPrints = (script: string): Promise<string> => printed(READERS.r, [basename(script)], '', dirname(script))

/** Runs PSPP syntax (UTF-8, any length of line) and returns its tables as CSV; an error of PSPP throws. */
export function inPspp(syntax: string): Promise<string> {
  const file = join(folderOfTest(), 'test.sps')
  writeFileSync(file, syntax)
  return printed(READERS.pspp, ['--no-statrc', '--syntax-encoding=UTF-8', '-o', '-', '-O', 'format=csv', file])
}

/** Runs ReadStat: one file for what it says of it, a file and `-` for its rows as CSV, two files to convert. */
export const readstat = (...args: string[]): Promise<string> => printed(READERS.readstat, args)

/** A value as haven has it: null is missing without a reason, `.a` to `.z` are Stata's with one. */
export type Havens = string | number | null
export type HavenColumn = {
  readonly name: string
  readonly label: string | null
  /** Its classes, separated by a space: `numeric`, `character`, `Date`, `haven_labelled_spss haven_labelled vctrs_vctr double`. */
  readonly kind: string
  /** The format as SPSS (F8.2) or Stata (%9.0g) writes it. */
  readonly format: string | null
  /** What its codes mean, those of missing too. */
  readonly labels: readonly (readonly [Havens, string])[]
  /** SPSS: the codes that are missing to the user. */
  readonly missing: readonly Havens[]
  /** A day is counted from 1970-01-01. */
  readonly values: readonly Havens[]
}

const TELL = String.raw`
suppressMessages(library(haven))
quoted <- function(x) {
  x <- gsub("\\", "\\\\", enc2utf8(x), fixed = TRUE)
  x <- gsub("\"", "\\\"", x, fixed = TRUE)
  for (code in intersect(1:31, utf8ToInt(paste(x, collapse = "")))) x <- gsub(intToUtf8(code), sprintf("\\u%04x", code), x, fixed = TRUE)
  paste0("\"", x, "\"")
}
each <- function(x) {
  if (is.character(x)) return(ifelse(is.na(x), "null", quoted(x)))
  x <- as.double(unclass(x))
  tag <- na_tag(x)
  ifelse(is.na(tag), ifelse(is.na(x), "null", sprintf("%.17g", x)), paste0("\".", tag, "\""))
}
list_of <- function(x) paste0("[", paste(x, collapse = ","), "]")
none <- function(x) if (is.null(x)) "null" else quoted(x)
tell <- function(name, x) {
  labels <- attr(x, "labels")
  pairs <- if (length(labels)) paste0("[", each(unname(labels)), ",", quoted(names(labels)), "]") else character()
  missing <- attr(x, "na_values")
  format <- attr(x, "format.spss")
  if (is.null(format)) format <- attr(x, "format.stata")
  kind <- class(x)
  values <- x
  attributes(values) <- NULL
  paste0("{\"name\":", quoted(name), ",\"label\":", none(attr(x, "label")), ",\"kind\":", quoted(paste(kind, collapse = " ")),
    ",\"format\":", none(format), ",\"labels\":", list_of(pairs),
    ",\"missing\":", list_of(if (is.null(missing)) character() else each(missing)), ",\"values\":", list_of(each(values)), "}")
}
told <- function(all) writeLines(list_of(mapply(tell, names(all), all)), useBytes = TRUE)
`

/** Several .sav and .dta files as R's haven reads them, column by column, in one run: R takes longer to start than to read. */
export async function allAsHavenReads(files: readonly string[]): Promise<HavenColumn[][]> {
  const reading = files.map((file) => {
    const read = extname(file) === '.sav' ? 'read_sav(file, user_na = TRUE)' : 'read_dta(file)'
    return `file <- ${JSON.stringify(file)}\ntold(${read})\n`
  })
  const lines = (await inR(`${TELL}${reading.join('')}`)).trim().split('\n')
  return lines.map((line) => JSON.parse(line))
}

/** One of them. */
export const asHavenReads = async (file: string): Promise<HavenColumn[]> => (await allAsHavenReads([file]))[0] ?? []

/** A data frame that a script of R makes, column by column; a factor counts from 1. */
export const asRTells = async (script: string, frame: string): Promise<HavenColumn[]> =>
  JSON.parse(await inR(`${TELL}${script}\ntold(${frame})`))
