import { addDays, type Day, daysBetween } from '../../app/protocol/day'
import type { StudyProtocol } from '../../app/protocol/study'
import type { RegisteredCase } from '../../app/records/intake/registered-case'
import { APPROACH, CHANCES, REGISTER, SECOND } from './behaviour'
import { type Draw, drawFrom } from './draw'
import { inventClient } from './people'
import { firstDayOf, LOCATIONS, type Location, periodsWithin } from './places'

/** How large a simulation is, how long it lasts, and from which number all that happens in it follows. */
export type Size = { readonly registrations: number; readonly seed: number; readonly days: number }

/** A supervisor; what is done about their cases is done one after another, with all of their location. */
export type Supervisor = {
  readonly place: number
  readonly location: Location
  /** The study's id, once the register named them. */
  id: string | null
  /** They left: the register names them for nobody new. */
  left: boolean
}

/** A supervision, what the register says of it now, and what is known of it where it happens, not in the study. */
export type Supervised = {
  readonly place: number
  readonly registeredOn: Day
  readonly client: ReturnType<typeof inventClient>
  /** Where everything about this case is done, one after another. */
  readonly lane: string
  supervisor: Supervisor | null
  facts: Omit<RegisteredCase, 'registrationId' | 'clientId' | 'supervisorId'>
  ids: { readonly registrationId: string; readonly clientId: string } | null
  /** Talks held so far, and the next one; as the supervisor said, and on from there. */
  contacts: number
  nextContactOn: Day | null
  noShows: number
  /** Somebody is at it: the coordinator does not take it up another time. */
  busy: boolean
  /** Waves for which the client was interviewed. */
  readonly metFor: Set<string>
  /** What comes of an approach, and of the second wave, when it comes to that. */
  readonly approach: keyof typeof APPROACH
  readonly second: keyof typeof SECOND
  /** A stream for what is drawn under this name; each time it is asked for another one. */
  readonly draw: (about: string) => Draw
}

/** How many registrations there are for each supervisor: 2501 for a little over 400, so that 60 find theirs full (protocol §2). */
const CASES_EACH = 6

/** Invents everybody who will be registered, in the order of the days, and their supervisors. */
export function invent(
  protocol: StudyProtocol,
  { registrations, seed, days }: Size,
): { readonly supervisors: readonly Supervisor[]; readonly cases: readonly Supervised[] } {
  const supervisors = Array.from(
    { length: Math.max(LOCATIONS.length, Math.round(registrations / CASES_EACH)) },
    (_, place): Supervisor => ({
      place,
      location: LOCATIONS[place % LOCATIONS.length] as Location,
      id: null,
      left: false,
    }),
  )
  const periods = new Map(periodsWithin(protocol, days).map((period) => [period.region, period]))
  const came = Array.from({ length: registrations }, (_, n) => {
    const draw = drawFrom(seed, 'arrival', n)
    const location = draw.one(LOCATIONS)
    const { from, until } = periods.get(location.region) ?? { from: firstDayOf(protocol), until: firstDayOf(protocol) }
    const early = draw.chance(CHANCES.outsidePeriod)
    const first = early ? firstDayOf(protocol) : from
    return { n, on: addDays(first, draw.whole(0, daysBetween(first, until))), location }
  }).sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.n - b.n))
  const cases: Supervised[] = []
  for (const [place, { on, location }] of came.entries()) {
    const draw = drawFrom(seed, 'case', place)
    const again = place > 0 && draw.chance(CHANCES.sameClientAgain) ? cases[draw.whole(0, place - 1)] : undefined
    const at = again ? locationOf(again) : location
    const client = again?.client ?? inventClient(seed, place, on)
    cases.push(registered(draw, { seed, place, on, client, location: at, supervisors }))
  }
  return { supervisors, cases }
}

const locationOf = ({ lane }: Supervised) => LOCATIONS.find(({ location }) => location === lane) as Location

type Arrival = {
  readonly seed: number
  readonly place: number
  readonly on: Day
  readonly client: Supervised['client']
  readonly location: Location
  readonly supervisors: readonly Supervisor[]
}

function registered(draw: Draw, { seed, place, on, client, location, supervisors }: Arrival): Supervised {
  const status = draw.among(REGISTER)
  const here = supervisors.filter((one) => one.location === location)
  const startedOn = status === 'running' ? addDays(on, -draw.whole(0, 5)) : null
  const times = new Map<string, number>()
  return {
    place,
    registeredOn: on,
    client,
    lane: location.location,
    supervisor: draw.chance(CHANCES.withoutSupervisor) ? null : draw.one(here),
    facts: {
      gender: draw.among({ male: 9, female: 1 }),
      birthYear: Number(client.bornOn.slice(0, 4)),
      registeredOn: on,
      startedOn,
      status,
      modality: draw.among({ conditional: 95, other: 5 }),
      supervisionLevel: draw.whole(1, 3),
      riskCategory: draw.among({ low: 1, low_medium: 1, high_medium: 1, high: 1 }),
      electronicMonitoring: draw.chance(0.01),
      penitentiaryProgramme: draw.chance(0.01),
      ...location,
      covariates: {},
    },
    ids: null,
    contacts: 0,
    nextContactOn: null,
    noShows: 0,
    busy: false,
    metFor: new Set(),
    approach: draw.among(APPROACH),
    second: draw.among(SECOND),
    draw: (about) => {
      const time = (times.get(about) ?? 0) + 1
      times.set(about, time)
      return drawFrom(seed, 'case', place, about, time)
    },
  }
}
