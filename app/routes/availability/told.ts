import type { StudyDb } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import { parseDay } from '../../protocol/day'
import { type Result, refuse } from '../../protocol/refusal'
import { addAvailability, awayFrom, endAvailability, endAway } from '../../records/appointments/availability'
import { keyOf } from '../gate/cursor'
import { textOf } from '../gate/form'
import { hoursIn } from '../gate/hours-read'

type Send = (db: StudyDb, occasion: Occasion, code: string, form: FormData) => Promise<Result<unknown>>

const SENT: Readonly<Record<string, Send>> = {
  hours: async (db, occasion, code, form) => {
    const hours = hoursIn(form)
    if (!hours.ok) return hours
    return addAvailability(db, occasion, { code, ...hours.value, location: textOf(form, 'location') || null })
  },
  away: async (db, occasion, code, form) => {
    const [from, until] = [parseDay(textOf(form, 'away_from')), parseDay(textOf(form, 'away_until'))]
    if (!from) return refuse('no_day', { field: 'away_from' })
    if (!until) return refuse('no_day', { field: 'away_until' })
    return awayFrom(db, occasion, { code, from, until })
  },
  end_hours: (db, occasion, code, form) => endAvailability(db, occasion, { code, id: idIn(form) }),
  end_away: (db, occasion, code, form) => endAway(db, occasion, { code, id: idIn(form) }),
}

const NOBODY = '00000000-0000-0000-0000-000000000000'
const idIn = (form: FormData) => keyOf(textOf(form, 'id'), 'id') ?? NOBODY

/** Does what one of the forms asks of an interviewer's days; a form that the page does not have is refused. */
export const send: Send = async (db, occasion, code, form) => {
  const name = textOf(form, 'form')
  const known = Object.hasOwn(SENT, name) ? SENT[name] : undefined
  return known ? known(db, occasion, code, form) : refuse('refused')
}
