import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { agreement } from '../../app/protocol/kappa'
import { itemCode, scaleDefinitionNamed } from '../../app/protocol/scoring'
import { werkalliantie } from '../../app/protocol/studies/werkalliantie'
import type { Perspective, Scale } from '../../app/protocol/study'
import { COHORT } from '../replay/small-cohort'
import { needs } from '../require'
import { answerOf, koppelHere, ownFolder } from './cli'

const r = needs('Rscript')
const psych = needs('/usr/lib/R/site-library/psych')
const folder = ownFolder()

type Task = { readonly file: string; readonly perspective: Perspective; readonly name: 'published' | 'alpha' }
const scalesOf = ({ perspective, name }: Task): readonly Scale[] =>
  scaleDefinitionNamed(werkalliantie, name).scales[perspective]

/** The cohort that was played, one file a side and wave. */
const played: readonly Task[] = ['t1', 't2'].flatMap((wave) =>
  (['client', 'supervisor'] as const).flatMap((perspective) =>
    (['published', 'alpha'] as const).map((name) => ({
      file: join(COHORT, `answers-${wave}-${perspective}.csv`),
      perspective,
      name,
    })),
  ),
)

const CODES = [1, 4, 5, 6, 7, 8, 10, 11, 13, 14, 17, 18, 19, 20, 21, 26, 27, 30, 32].map(itemCode)
/** Somebody's answers: what they think of it all, each answer some way off, about one in twelve left open. */
const person = fc
  .record({
    opinion: fc.integer({ min: 1, max: 7 }),
    off: fc.array(fc.option(fc.integer({ min: -3, max: 3 }), { freq: 12 }), {
      minLength: CODES.length,
      maxLength: CODES.length,
    }),
  })
  .map(({ opinion, off }) => off.map((by) => (by === null ? '' : String(Math.min(7, Math.max(1, opinion + by))))))

/** Files of people drawn at random, the same ones at each run; the last has very many. */
function drawn(): Task[] {
  return [12, 20, 35, 80, 150, 300, 5000].map((people, seed) => {
    const file = join(folder, `drawn-${people}.csv`)
    const rows = fc.sample(person, { seed, numRuns: people })
    writeFileSync(file, [CODES, ...rows].map((cells) => cells.join(';')).join('\n'))
    return { file, perspective: seed % 2 ? 'supervisor' : 'client', name: seed % 3 ? 'alpha' : 'published' }
  })
}

/** By hand in R: reading, turning round, the mean of who answered half; `psych` for what it is the yardstick of. */
const SCRIPT = `
suppressMessages(library(psych))
told <- function(...) writeLines(paste0("[", paste(sprintf("%.17g", c(...)), collapse = ","), "]"))
tell <- function(file, items) {
  text <- readLines(file, n = 1)
  all <- read.csv(file, sep = if (grepl(";", text)) ";" else ",")
  x <- as.data.frame(sapply(items, function(i) { v <- all[[sprintf("i%02d", abs(i))]]; if (i < 0) 8 - v else v }))
  names(x) <- sprintf("i%02d", abs(items))
  score <- ifelse(rowSums(is.na(x)) > ncol(x) / 2, NA, rowMeans(x, na.rm = TRUE))
  d <- describe(score)
  told(d$n, d$mean, d$sd, d$median, d$min, d$max)
  a <- suppressWarnings(alpha(x[complete.cases(x), ], check.keys = FALSE, warnings = FALSE))
  told(a$total$raw_alpha, a$feldt$lower.ci[[1]], a$feldt$upper.ci[[1]])
  told(a$item.stats$raw.r, a$item.stats$r.drop, a$alpha.drop$raw_alpha)
}
`

/** What R says of each scale of each task: descriptives, α with its interval, and the items; in the order asked. */
function told(program: string, tasks: readonly Task[]): number[][] {
  const calls = tasks.flatMap((task) =>
    scalesOf(task).map(
      ({ items }) => `tell("${task.file}", c(${items.map(({ item, reversed }) => (reversed ? -item : item))}))`,
    ),
  )
  return numbersOf(program, SCRIPT + calls.join('\n'))
}

const numbersOf = (program: string, script: string) =>
  execFileSync(program, ['-'], { input: script, encoding: 'utf8', stdio: 'pipe' })
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as number[])

type Item = { r: number; r_drop: number; alpha_drop: number }
async function own(task: Task): Promise<(readonly number[])[]> {
  const words = ['score', task.file, '--perspective', task.perspective, '--definition', task.name, '--json']
  const { descriptives, alpha, alpha_interval, item_total } = answerOf(await koppelHere(words))
  return scalesOf(task).flatMap(({ name, items }) => {
    const { n, mean, sd, median, min, max } = descriptives[name]
    const each = items.map(({ item }) => item_total[name][itemCode(item)] as Item)
    return [
      [n, mean, sd, median, min, max],
      [alpha[name], alpha_interval[name].lower, alpha_interval[name].upper],
      (['r', 'r_drop', 'alpha_drop'] as const).flatMap((figure) => each.map((one) => one[figure])),
    ]
  })
}

test.runIf(r && psych)(
  'scores, α, its interval and the items are what R’s psych says, to nine decimals',
  async () => {
    const tasks = [...played, ...drawn()]
    const theirs = told(r as string, tasks)
    const ours = (await Promise.all(tasks.map(own))).flat()
    expect(ours.length).toBe(tasks.length * 4 * 3)
    expect(ours.map((line) => line.length)).toEqual(theirs.map((line) => line.length))
    for (const [at, line] of ours.entries())
      for (const [place, value] of line.entries()) {
        const off = Math.abs(value - (theirs[at]?.[place] as number))
        expect(off, `line ${at}, place ${place}`).toBeLessThan(1e-9)
      }
  },
  120_000,
)

test.runIf(r && psych)('κ is what R’s psych says', () => {
  const code = fc.integer({ min: 1, max: 5 })
  const pair = fc.tuple(code, fc.integer({ min: 0, max: 5 })).map(([one, other]) => [one, other || one] as const)
  const sets = [30, 60, 400].map((n, seed) => fc.sample(pair, { seed, numRuns: n }))
  const calls = sets.map((pairs) => {
    const side = (at: 0 | 1) => `c(${pairs.map((one) => one[at])})`
    return `told(suppressWarnings(cohen.kappa(cbind(${side(0)}, ${side(1)})))$kappa)`
  })
  const theirs = numbersOf(r as string, SCRIPT + calls.join('\n'))
  for (const [at, pairs] of sets.entries())
    expect(Math.abs((agreement(pairs).kappa ?? 9) - (theirs[at]?.[0] as number))).toBeLessThan(1e-9)
})
