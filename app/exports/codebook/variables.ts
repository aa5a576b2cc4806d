import type { Distribution } from '../distribution'
import type { Coded, Variable } from '../table/table'
import { type Html, html, nothing, table } from './html'
import type { Say } from './parts'
import type { ToldTable } from './told'
import { CODEBOOK_WORDS as WORDS } from './words'

const MEASURES = { nominal: WORDS.nominal, ordinal: WORDS.ordinal, scale: WORDS.scaled } as const
/** The longest bar, in pixels of a screen. */
const WIDEST = 160

/** A table, and the names of its variables to go to. */
export const tableHeading = ({ table: { name, label, grain, variables } }: ToldTable, say: Say): Html => html`
<h2 class="table" id="${name}">${name}: ${say(label)}</h2><p>${say(grain)}</p>
<p>${variables.map((one) => html`<a href="#${name}.${one.name}">${one.name}</a> `)}</p>`

/** A variable: what it is, how it was asked, what must be known of it, and what it holds. */
export function variableHtml(
  { table: { name: of } }: ToldTable,
  variable: Variable,
  found: Distribution,
  say: Say,
): Html {
  const { name, label, kind, measure, question, note, cite } = variable
  const facts = [
    ...(question ? [[WORDS.question, say(question)] as const] : []),
    [WORDS.kind, `${say(WORDS[kind])}, ${say(MEASURES[measure])}`] as const,
    ...(cite ? [[WORDS.section, cite] as const] : []),
    [WORDS.distribution, summary(found, say)] as const,
  ]
  return html`
<section class="variable"><h3 id="${of}.${name}">${name}</h3><p>${say(label)}</p>${
    note ? html`<p class="caution">${say(WORDS.caution)}: ${say(note)}</p>` : nothing
  }<dl>${facts.map(([what, value]) => html`<dt>${say(what)}</dt><dd>${value}</dd>`)}</dl>${counts(variable, found, say)}</section>`
}

/** n, and what numbers come to, in one line. */
function summary({ n, distinct, description }: Distribution, say: Say): string {
  if (!description || description.n === 0)
    return `n = ${n}${distinct === null ? '' : `; ${distinct} ${say(WORDS.distinct)}`}`
  const { mean, sd, median, min, max, within } = description
  const near = within > 0 ? ` (${say(WORDS.within)} ${within})` : ''
  return `n = ${n}; M = ${figure(mean)}; SD = ${figure(sd)}; ${say(WORDS.median)} = ${figure(median)}${near}; min = ${figure(min)}; max = ${figure(max)}`
}

const figure = (value: number | null): string =>
  value === null ? '–' : (Number.isInteger(value) ? String(value) : value.toFixed(2)).replace('-', '−')

/** Each code with how often it came, with a bar; those for missing values and empty fields below. */
function counts({ values = [], missing = [] }: Variable, found: Distribution, say: Say): Html {
  const words = new Map([...values, ...missing].map(({ code, label }: Coded) => [code, say(label)]))
  const rows = [
    ...(found.frequencies ?? []).map(({ code, n }) => [code, words.get(code) ?? '', n] as const),
    ...found.missing.map(({ code, n }) => [code, words.get(code) ?? '', n] as const),
    ...(found.empty > 0 ? [[say(WORDS.empty), say(WORDS.emptyMeaning), found.empty] as const] : []),
  ]
  if (rows.length === 0) return nothing
  const most = Math.max(1, ...rows.map(([, , n]) => n))
  return table(
    [say(WORDS.code), say(WORDS.meaning), 'n', say(WORDS.distribution)],
    rows.map(([code, meaning, n]) => [code, meaning, n, bar(n / most)]),
  )
}

/** Drawn, not a background: browsers print no backgrounds. The number stands before it, so it says nothing of its own. */
const bar = (part: number): Html =>
  html`<svg aria-hidden="true" height="10" width="${WIDEST}"><rect height="10" width="${Math.round(part * WIDEST)}"/></svg>`
