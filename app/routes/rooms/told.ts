import type { StudyDb } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import { type Result, refuse } from '../../protocol/refusal'
import { addRoom, addRoomHours, endRoom, endRoomHours } from '../../records/appointments/rooms'
import { keyOf } from '../gate/cursor'
import { textOf } from '../gate/form'
import { hoursIn } from '../gate/hours-read'

type Send = (db: StudyDb, occasion: Occasion, form: FormData) => Promise<Result<unknown>>

const withId =
  (then: (db: StudyDb, occasion: Occasion, id: string) => Promise<Result<unknown>>): Send =>
  async (db, occasion, form) => {
    const id = keyOf(textOf(form, 'id'), 'id')
    return id ? then(db, occasion, id) : refuse('unknown_room')
  }

const SENT: Readonly<Record<string, Send>> = {
  room: (db, occasion, form) =>
    addRoom(db, occasion, { location: textOf(form, 'location'), name: textOf(form, 'name') }),
  end: withId(endRoom),
  hours: async (db, occasion, form) => {
    const roomId = keyOf(textOf(form, 'room'), 'id')
    if (!roomId) return refuse(textOf(form, 'room') ? 'unknown_room' : 'required', { field: 'room' })
    const hours = hoursIn(form)
    return hours.ok ? addRoomHours(db, occasion, { roomId, ...hours.value }) : hours
  },
  end_hours: withId(endRoomHours),
}

/** Does what one of the forms asks; a form that the page does not have is refused. */
export const send: Send = async (db, occasion, form) => {
  const name = textOf(form, 'form')
  const known = Object.hasOwn(SENT, name) ? SENT[name] : undefined
  return known ? known(db, occasion, form) : refuse('refused')
}
