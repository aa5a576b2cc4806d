import type { LoaderFunctionArgs } from '@remix-run/node'
import { scopeOf } from '../access/table'
import { csvTable } from '../exports/csv'
import { CLASS_NAMES, DISPOSITION_NAMES, DISPOSITIONS } from '../protocol/dispositions'
import { FORMULA_OF_E } from '../protocol/rates'
import { rounded } from '../protocol/rounding'
import { type ShownRate, shownRates } from '../records/rates-shown'
import { enter } from './gate/enter'
import { partAsked } from './rates/asked'

const COLUMNS = ['part', 'name', 'location', 'month', 'count', 'of', 'value', 'formula'] as const
type Line = Partial<Record<(typeof COLUMNS)[number], string | number | null>>

const line = (part: string, name: string, { numerator, denominator, value, formula }: ShownRate): Line => ({
  part,
  name,
  count: numerator,
  of: denominator,
  value,
  formula,
})

/** All numbers of the page as one table: which part a line belongs to stands first. Small counts for who may see them. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { visitor, study } = await enter('/rates/csv', { request, context })
  const db = context.databases.study
  const { part } = await partAsked(request, db, study)
  const small = scopeOf(visitor.role, 'see_small_counts') !== undefined
  const { counted, recruited, sample } = await shownRates(db, study, part, small)
  const own = counted.responseOfApproached
  const { categories, missing, fit, others } = sample
  const lines: Line[] = [
    line('own', 'response_of_approached', own),
    ...counted.rates.map((one) => line('rate', one.name, one)),
    { part: 'rate', name: 'e', value: counted.e, formula: FORMULA_OF_E },
    ...CLASS_NAMES.map((name) => ({ part: 'class', name, count: counted.classes[name] })),
    ...DISPOSITION_NAMES.map((name) => ({
      part: 'disposition',
      name: `${DISPOSITIONS[name].number} ${name}`,
      count: counted.dispositions[name],
    })),
    ...recruited.map((one) => ({
      part: 'recruitment',
      name: 'interviews',
      location: one.location,
      month: one.month,
      count: one.interviews,
      of: one.target,
    })),
    ...categories.map((one) => ({ part: 'sample', name: one.category, count: one.sample, of: one.population })),
    { part: 'sample', name: 'missing', count: missing.sample, of: missing.population },
    ...[
      { name: 'goodness_of_fit', result: fit },
      { name: 'independence', result: others },
    ].flatMap(({ name, result }) =>
      result
        ? [
            { part: 'test', name: `${name}_chi_square`, value: result.statistic },
            { part: 'test', name: `${name}_df`, value: result.df },
            { part: 'test', name: `${name}_p`, value: result.p },
          ]
        : [],
    ),
  ]
  const cells = lines.map((one) => COLUMNS.map((column) => rounded(one[column] ?? null, 6)))
  return new Response(csvTable(COLUMNS, cells), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${study.code.replace(/[^A-Za-z0-9-]+/g, '-')}-rates.csv"`,
      'Cache-Control': 'no-store',
    },
  })
}
