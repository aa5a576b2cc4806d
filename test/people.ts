import { addMonths, day } from '../app/protocol/day'

/** The clients of the small world, and who supervises each: four of them share one supervisor, who has three places. */
export const CLIENTS = {
  Aalders: 'Prins',
  Berends: 'Prins',
  Cornelis: 'Prins',
  Dekker: 'Prins',
  Evers: 'Quist',
  Fokkens: 'Quist',
  Gerrits: 'Quist',
  Hendriks: 'Romein',
} as const
export type ClientName = keyof typeof CLIENTS
export type SupervisorName = (typeof CLIENTS)[ClientName]

/** The coordinator Smit, who does everything that no link and no sweep does. */
export const SMIT = 'account:5517a000-0000-7000-8000-000000000001'

// One course for everybody, so that a test names only the day that it is about.
export const REGISTERED = day('2012-03-01')
export const ASKED = day('2012-03-02')
export const REPLIED = day('2012-03-06')
export const MET = day('2012-03-13')
export const OPENS = addMonths(MET, 6)
export const CLOSES = addMonths(MET, 9)
/** The flow as of a day on which everything that a test does has happened. */
export const FINALLY = { on: day('2020-01-01') }

const place = (name: string) => Object.keys(CLIENTS).indexOf(name) + 1

/** A supervisor as the register names them. Letters and numbers occur nowhere by chance, so that a leak of them shows. */
export const staff = (name: SupervisorName) => ({
  number: `PN-663-${name.length}${name.charCodeAt(0)}`,
  name: `van ${name}`,
  email: `${name.toLowerCase()}@reclassering.example`,
})

/** A client as the register names them, with the number of the supervision and the supervisor. */
export const named = (name: ClientName, supervisor: SupervisorName | null = CLIENTS[name]) => ({
  supervisionNumber: `TZ-552-${place(name)}`,
  client: {
    number: `KL-441-${place(name)}`,
    surname: name,
    initials: 'Q.Z.',
    bornOn: day(`1985-04-1${place(name)}`),
  },
  supervisor: supervisor && staff(supervisor),
})

/** Everything about the people of this world that must not be found outside identity. */
export const planted: readonly string[] = (Object.keys(CLIENTS) as ClientName[]).flatMap((name) => {
  const { supervisionNumber, client, supervisor } = named(name)
  const theirs = supervisor ? Object.values(supervisor) : []
  return [supervisionNumber, ...Object.values(client), ...theirs, CLIENTS[name]]
})
