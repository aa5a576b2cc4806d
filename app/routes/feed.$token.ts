import type { LoaderFunctionArgs } from '@remix-run/node'
import { icalendar } from '../exports/icalendar'
import { feedBehind } from '../records/appointments/feed'
import { admit, nothingHere } from './gate/enter'

/** Longer than any token of ours is none. */
const LONGEST = 64

/** The calendar of one interviewer, for whoever has its address: pseudonyms, places and times, no names. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  admit('/feed/:token', { request, context })
  const { token = '' } = params
  const found = token.length <= LONGEST && (await feedBehind(context.databases.study, token))
  if (!found) throw nothingHere()
  const events = found.entries.map(({ uid, pseudonym, wave, location, room, ...entry }) => ({
    ...entry,
    uid: `${uid}@koppel`,
    summary: `Interview ${pseudonym} ${wave}`,
    location: [location, room].filter(Boolean).join(', '),
  }))
  return new Response(icalendar(`Koppel ${found.code}`, events), {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'inline; filename="koppel.ics"',
      'Cache-Control': 'private, max-age=300',
    },
  })
}
