import type { Words } from '../../protocol/words'
import type { Coded } from '../table/table'
import { type Html, html, nothing, table } from './html'
import type { Told } from './told'
import { CODEBOOK_WORDS as WORDS } from './words'

/** Says words in the language of a codebook. */
export type Say = (words: Words) => string

/** What the release is, for what, of when, and of how many. */
export function opening({ imprint, study, people, tables }: Told, say: Say): Html {
  const facts: readonly [Words, string | number][] = [
    [WORDS.purpose, imprint.purpose],
    [WORDS.cutOff, imprint.cutOff],
    [WORDS.people, people],
    [WORDS.version, imprint.version],
  ]
  const tablesRows = tables.map(({ table: { name, label, grain, key, variables }, count }) => [
    html`<a href="#${name}">${name}</a>`,
    say(label),
    say(grain),
    key.join(', '),
    count,
    variables.length,
  ])
  return html`<h1>${say(WORDS.title)}: ${say(study.title)}</h1>
<dl>${facts.map(([name, value]) => html`<dt>${say(name)}</dt><dd>${value}</dd>`)}</dl>
<p class="caution">${say(WORDS.pseudonymous)}</p>
<h2>${say(WORDS.tables)}</h2>${table(
    [WORDS.table, WORDS.meaning, WORDS.grain, WORDS.key, WORDS.rows, WORDS.variables].map(say),
    tablesRows,
  )}`
}

export const leftOut = ({ leftOut: left }: Told, say: Say): Html => html`
<h2>${say(WORDS.leftOut)}</h2>${
  left.length === 0
    ? html`<p>${say(WORDS.nobodyLeftOut)}</p>`
    : table(
        [WORDS.why, WORDS.count].map(say),
        left.map(({ why, count }) => [say(why), count]),
      )
}`

/** Every code for a missing value that any variable has, each meaning once. */
export function missingGlossary({ tables }: Told, say: Say): Html {
  const all = tables.flatMap(({ table: one }) => one.variables.flatMap(({ missing = [] }) => missing))
  const known = new Map<string, Coded>(all.map((one) => [`${one.code} ${one.label.nl}`, one]))
  const codes = [...known.values()].sort((a, b) => Number(b.code) - Number(a.code))
  return html`
<h2>${say(WORDS.missing)}</h2><p>${say(WORDS.missingAbout)}</p>${table([WORDS.code, WORDS.meaning].map(say), [
    ...codes.map(({ code, label }) => [code, say(label)]),
    [say(WORDS.empty), say(WORDS.emptyMeaning)],
  ])}`
}

/** The rules by which outcomes were derived; none when the release has no outcomes. */
export const outcomes = ({ outcomes: rules }: Told, say: Say): Html =>
  rules.length === 0
    ? nothing
    : html`
<h2>${say(WORDS.outcomes)}</h2><p>${say(WORDS.outcomesAbout)}</p>${table(
        [WORDS.outcome, WORDS.rule, WORDS.meaning, WORDS.section].map(say),
        rules.map(({ outcome, variant, version, label, cite }) => [
          outcome,
          `${variant} v${version}`,
          say(label),
          cite,
        ]),
      )}`
