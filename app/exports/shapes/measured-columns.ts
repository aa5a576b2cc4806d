import type { ReleasedMeasurement } from '../../protocol/released'
import { PERSPECTIVES, type Perspective, type Words } from '../../protocol/study'
import type { Coded, Variable } from '../table/table'
import { type Column, coded, dated, whole } from './column'
import { named } from './named'
import { SIDES } from './score-columns'
import type { Making, Placed } from './seen'

const YES_NO: readonly Coded<number>[] = [
  { code: 0, label: { nl: 'nee', en: 'no' } },
  { code: 1, label: { nl: 'ja', en: 'yes' } },
]
const LANGUAGES: readonly Coded<string>[] = [
  { code: 'nl', label: { nl: 'Nederlands', en: 'Dutch' } },
  { code: 'en', label: { nl: 'Engels', en: 'English' } },
]

/** Which wave a row is about. */
export const waveVariable = ({ study }: Making): Variable =>
  coded(
    'wave',
    { nl: 'Meting', en: 'Wave' },
    study.waves.map(({ name, label }) => ({ code: name, label })),
  )

/** Who of the pair a row is about. */
export const perspectiveVariable: Variable = coded(
  'perspective',
  { nl: 'Wie antwoordde', en: 'Who answered' },
  PERSPECTIVES.map((who) => ({ code: who, label: SIDES[who].label })),
)

/** Whether something was given in the pair of the first wave: another supervisor is another pair (protocol §2.2). */
export const samePair = <One extends Placed>(
  prefix: string,
  at: Words | undefined,
  find: (one: One) => ReleasedMeasurement | undefined,
): Column<One> => ({
  variable: whole(
    named(prefix, 'same_pair'),
    labelled(at, { nl: 'zelfde koppel als bij de eerste meting', en: 'same dyad as at the first wave' }),
    { values: YES_NO },
  ),
  value: (one) => {
    const same = find(one)?.samePair
    return same == null ? null : Number(same)
  },
})

/** The day on which something was given. */
export const dayGiven = <One extends Placed>(
  { chosen }: Making,
  prefix: string,
  at: Words | undefined,
  find: (one: One) => ReleasedMeasurement | undefined,
): Column<One> => ({
  variable: dated(
    chosen,
    named(prefix, 'day'),
    labelled(at, { nl: 'dag van de meting', en: 'day of the measurement' }),
  ),
  value: (one) => one.seen.written(find(one)?.on),
})

/** In which language, and of an interview after how many contacts and in how many minutes. */
export function circumstances<One extends Placed>(
  prefix: string,
  at: Words | undefined,
  find: (one: One) => ReleasedMeasurement | undefined,
  who?: Perspective,
): Column<One>[] {
  const language: Column<One> = {
    variable: coded(named(prefix, 'language'), labelled(at, { nl: 'taal', en: 'language' }), LANGUAGES),
    value: (one) => find(one)?.language ?? null,
  }
  const contacts: Column<One> = {
    variable: whole(
      named(prefix, 'contacts'),
      labelled(at, { nl: 'gesprekken tot aan het interview', en: 'contacts until the interview' }),
      { cite: '§3' },
    ),
    value: (one) => find(one)?.contacts ?? null,
  }
  const minutes: Column<One> = {
    variable: whole(named(prefix, 'minutes'), labelled(at, { nl: 'duur in minuten', en: 'length in minutes' })),
    value: (one) => find(one)?.minutes ?? null,
  }
  return who === 'supervisor' ? [language] : [language, contacts, minutes]
}

const labelled = (at: Words | undefined, { nl, en }: Words): Words =>
  at ? { nl: `${at.nl}: ${nl}`, en: `${at.en}: ${en}` } : { nl: capital(nl), en: capital(en) }

const capital = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}`
