import type { LoaderFunctionArgs } from '@remix-run/node'
import { csvTable } from '../exports/csv'
import { noteLooksTaken } from '../identity/looked'
import { enter } from './gate/enter'
import { looksIn, shown } from './privacy/trail'
import { askedIn } from './privacy_.looked-up/asked'

const COLUMNS = ['at', 'study_day', 'verb', 'who', 'role', 'about', 'purpose', 'rows'] as const

/** A month's looks as a table; that it was taken out is written down. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { occasion } = await enter('/privacy/looked-up/csv', { request, context })
  const { study, today } = occasion
  const { month, verb } = askedIn(request, today)
  const chains = { vault: context.vault, db: context.databases.study, study }
  const rows = await shown(chains, await looksIn(chains, { month, verb }))
  await noteLooksTaken(context.vault, occasion, { month, rows: rows.length })
  const lines = rows.map(({ at, day, verb: done, who, whom, purpose, rows: released }) => {
    const [name, role] = who.kind === 'account' ? [who.name, who.role ?? ''] : ['', who.kind]
    return [at, day, done, name, role, whom, purpose, released]
  })
  return new Response(csvTable(COLUMNS, lines), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${study.code.replace(/[^A-Za-z0-9-]+/g, '-')}-looked-up-${month}.csv"`,
      'Cache-Control': 'no-store',
    },
  })
}
