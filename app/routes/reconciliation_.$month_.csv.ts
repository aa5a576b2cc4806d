import type { LoaderFunctionArgs } from '@remix-run/node'
import { csvTable } from '../exports/csv'
import { enter, nothingHere } from './gate/enter'
import { statementsAsked } from './reconciliation_.$month/asked'

const COLUMNS = [
  'month',
  'version',
  'computed_on',
  'location',
  'forms',
  'interviews',
  'difference',
  'signed_on',
] as const

/** The statement that stands, as a table: one row a location. Whose signature it is stands on the page. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { study } = await enter('/reconciliation/:month/csv', { request, context })
  const [statement] = await statementsAsked(context, study, params.month)
  if (!statement) throw nothingHere()
  const { month, seq, computedOn, signing, rows } = statement
  const lines = rows.map(({ location, forms, interviews, difference }) => [
    month,
    seq,
    computedOn,
    location,
    forms,
    interviews,
    difference,
    signing?.on ?? null,
  ])
  return new Response(csvTable(COLUMNS, lines), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${study.code.replace(/[^A-Za-z0-9-]+/g, '-')}-${month}.csv"`,
      'Cache-Control': 'no-store',
    },
  })
}
