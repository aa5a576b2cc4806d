import { type Day, fromColumn } from '../../app/protocol/day'
import type { Result } from '../../app/protocol/refusal'
import { type Plan, planInterview } from '../../app/records/appointments/plan-interview'
import { addRoom, roomsOf } from '../../app/records/appointments/rooms'
import type { TestDatabase } from '../database'
import { MET, REPLIED } from '../people'
import { must, namedWorld, type World } from '../world'

/** A world in which Evers is to be interviewed, with one room in Utrecht and two who may hold interviews. */
export type CalendarWorld = {
  readonly world: World
  readonly registrationId: string
  readonly roomId: string
  /** Plans the interview of Evers on MET at ten with I7 in the room, unless told otherwise. */
  readonly plan: (changes?: Partial<Plan>, today?: Day) => Promise<Result<null>>
  /** The same for Fokkens. */
  readonly other: (changes?: Partial<Plan>) => Promise<Result<null>>
  /** The appointments of a case, in order: wave, number, day, minute, whether in a room, with whom, how it stands. */
  readonly rows: (id?: string) => Promise<string[]>
  /** The day by which the work lists go. */
  readonly plannedOn: () => Promise<Day | null>
}

export async function calendarWorld(database: TestDatabase): Promise<CalendarWorld> {
  const world = await namedWorld(database)
  await world.qualified('I7')
  await world.qualified('I8')
  const { registrationId } = await world.approached('Evers')
  must(await addRoom(world.db, world.on(REPLIED), { location: 'Utrecht', name: 'Kamer 1' }))
  const roomId = (await roomsOf(world.db, world.study))[0]?.id ?? ''
  const usual = {
    registrationId,
    wave: 'T1',
    on: MET,
    at: 600,
    location: 'Utrecht',
    roomId,
    interviewer: 'I7',
    knowingly: false,
  }
  const plan: CalendarWorld['plan'] = (changes = {}, today = REPLIED) =>
    planInterview(world.db, world.on(today), { ...usual, ...changes })
  return {
    world,
    registrationId,
    roomId,
    plan,
    other: async (changes = {}) =>
      plan({ registrationId: (await world.approached('Fokkens')).registrationId, ...changes }),
    rows: async (id = registrationId) => {
      const orderBy = [{ wave: 'asc' }, { seq: 'asc' }] as const
      const found = await world.db.appointment.findMany({ where: { registrationId: id }, orderBy: [...orderBy] })
      return found.map(({ wave, seq, onDay, atMinute, roomId: room, interviewer, state }) =>
        [wave, seq, fromColumn(onDay), atMinute, room && 'room', interviewer, state].join(' '),
      )
    },
    plannedOn: async () => {
      const row = await world.db.dyad.findUniqueOrThrow({ where: { registrationId } })
      return row.plannedOn && fromColumn(row.plannedOn)
    },
  }
}
