import { registerNamed } from '../../app/identity/registration'
import type { Transport } from '../../app/mail/transport'
import { now, systemToday } from '../../app/platform/clock'
import type { Occasion, StudyRef } from '../../app/platform/occasion'
import { type Day, day } from '../../app/protocol/day'
import { ANY_TIME, type Sending } from '../../app/protocol/sending'
import { register } from '../../app/records/intake/register'
import { createStudy } from '../../app/records/studies'
import { type Desk, deskOf } from '../../jobs/desk'
import { freshDatabase, type TestDatabase } from '../database'

export const BASE = 'https://koppel.example'

/** Two supervisors with their clients, registered in a study of their own: what mail needs, and nothing else. */
export type World = {
  readonly database: TestDatabase
  readonly study: StudyRef
  readonly desk: (transport: Transport, sending?: Sending) => Desk
  readonly on: (today: string | Day) => Occasion
  /** Registers a client of a supervisor by a made-up name, with the supervisor's address; the ids that came of it. */
  readonly client: (name: string, supervisor: string, today: string | Day, email?: string) => Promise<Ids>
}
export type Ids = { readonly registrationId: string; readonly clientId: string; readonly supervisorId: string }

/** An instant of machine time, so many minutes ago. */
export const minutesAgo = (minutes: number) => new Date(now().getTime() - minutes * 60_000)

/** An address that contains the supervisor's name, so that a leak of it shows. */
export const addressFor = (supervisor: string) => `${supervisor.toLowerCase()}@reclassering.example`

export async function mailWorld(): Promise<World> {
  const database = await freshDatabase()
  const study = await createStudy(database.study, {
    code: 'test',
    protocol: 'werkalliantie',
    name: 'Test',
    today: systemToday(),
    actor: 'system',
  })
  const on = (today: string): Occasion => ({ study, actor: 'system', today: day(today) })
  const vault = { db: database.vault, keys: database.keys }
  return {
    database,
    study,
    on,
    desk: (transport, sending = ANY_TIME) => deskOf(database, database, { transport, sending, baseUrl: BASE }),
    client: async (name, supervisor, today, email = addressFor(supervisor)) => {
      const named = {
        supervisionNumber: `T-${name}`,
        client: { number: `C-${name}`, surname: name, initials: 'X.', bornOn: day('1985-04-03') },
        supervisor: { number: `S-${supervisor}`, name: supervisor, email },
      }
      const facts = {
        gender: null,
        birthYear: 1985,
        registeredOn: day(today),
        startedOn: day(today),
        status: 'running',
        modality: 'conditional',
        supervisionLevel: 2,
        riskCategory: null,
        electronicMonitoring: false,
        penitentiaryProgramme: false,
        organisation: 'RN',
        region: 'Utrecht',
        location: 'Utrecht',
      } as const
      const registered = await registerNamed(vault, on(today), {
        named,
        facts,
        register: (whole: typeof facts & Parameters<typeof register>[2]) => register(database.study, on(today), whole),
      })
      if (!registered.ok || !registered.value.supervisorId) throw new Error('the world could not be made')
      const { registrationId, clientId, supervisorId } = registered.value
      return { registrationId, clientId, supervisorId }
    },
  }
}
