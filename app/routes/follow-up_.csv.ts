import type { LoaderFunctionArgs } from '@remix-run/node'
import { csvTable } from '../exports/csv'
import { followedUp } from '../records/follow-up/list'
import { partAsked } from './follow-up/asked'
import { enter } from './gate/enter'

const COLUMNS = ['pair', 'location', 'state', 'started_on', 'until', 'heard_on', 'ended'] as const

/** The list as it was chosen, all of it, by codes: for whoever asks the register for a file. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { study, occasion } = await enter('/follow-up/csv', { request, context })
  const { items } = await followedUp(context.databases.study, occasion, partAsked(request))
  const lines = items.map(({ pseudonym, location, state, startedOn, until, heardOn, ended }) => [
    pseudonym,
    location,
    state,
    startedOn,
    until,
    heardOn,
    ended,
  ])
  return new Response(csvTable(COLUMNS, lines), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${study.code.replace(/[^A-Za-z0-9-]+/g, '-')}-follow-up.csv"`,
      'Cache-Control': 'no-store',
    },
  })
}
