import type { Named } from '../../app/identity/people'
import { addDays, type Day } from '../../app/protocol/day'
import { type Draw, drawFrom } from './draw'

// syllables that sound Dutch and make nobody's name but by accident
const HEADS = [
  'Ber',
  'Dor',
  'Fel',
  'Gra',
  'Hoe',
  'Kra',
  'Lin',
  'Mol',
  'Nie',
  'Oos',
  'Pol',
  'Rie',
  'Sta',
  'Tol',
  'Ver',
  'Wes',
]
const MIDDLES = ['ke', 'me', 'ne', 're', 'se', 'te', 've', 'ze']
const TAILS = ['baan', 'burg', 'dal', 'haar', 'kamp', 'laan', 'meer', 'mond', 'rade', 'stra', 'veld', 'zand']
const INITIALS = [...'ABCDEFGHJKLMNPRSTVW']

const surname = (draw: Draw) => `${draw.one(HEADS)}${draw.one(MIDDLES)}${draw.one(TAILS)}`
const initials = (draw: Draw) => Array.from({ length: draw.whole(1, 3) }, () => `${draw.one(INITIALS)}.`).join('')

/** Number of the client, of the supervision and of a supervisor: those of one simulation are nobody else's. */
const number = (kind: 'C' | 'T' | 'P', seed: number, place: number) =>
  `${kind}${seed}-${String(place).padStart(6, '0')}`

/** A client of invention, of 18 to 60 years on their first day, by place. */
export function inventClient(seed: number, place: number, on: Day): Named['client'] {
  const draw = drawFrom(seed, 'client', place)
  const bornOn = addDays(on, -draw.whole(18 * 366, 60 * 365))
  return { number: number('C', seed, place), surname: surname(draw), initials: initials(draw), bornOn }
}

/** A supervisor of invention. */
export function inventSupervisor(seed: number, place: number): NonNullable<Named['supervisor']> {
  const draw = drawFrom(seed, 'supervisor', place)
  const name = `${initials(draw)} ${surname(draw)}`
  return { number: number('P', seed, place), name, email: `p${seed}-${place}@reclassering.example` }
}

export const supervisionNumber = (seed: number, place: number): string => number('T', seed, place)
