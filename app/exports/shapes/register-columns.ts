import { covariateFields } from '../../protocol/extract/covariate'
import { type Field, fieldNamed } from '../../protocol/extract/extract'
import type { ReleasedCovariate } from '../../protocol/released'
import type { StudyProtocol, Wave } from '../../protocol/study'
import type { Words } from '../../protocol/words'
import type { Coded, Variable } from '../table/table'
import { asTold, numberedPlace } from './coarser'
import { type Column, coded, dated, fitting, numbered, steadily, text, whole } from './column'
import { named } from './named'
import type { Making, Placed } from './seen'

/** Names of places have 80 characters at most, each of three bytes at most but for signs that no place has. */
const PLACE_WIDTH = 240
/** What the register calls a choice when no study says which there are. */
const CODE_WIDTH = 40

/** The numbers by which rows of one person, and of one place, are known (for clustering). */
export const numbers = (making: Making): Column<Placed>[] =>
  steadily([
    {
      variable: numbered('dyad', { nl: 'Koppel (nummer van deze uitgifte)', en: 'Dyad (number of this release)' }),
      value: ({ seen }) => seen.number('dyad', seen.one.dyadId),
    },
    {
      variable: numbered('client', { nl: 'Cliënt (nummer van deze uitgifte)', en: 'Client (number of this release)' }),
      value: ({ seen }) => seen.number('client', seen.one.clientId),
    },
    numberedPlace(making, {
      variable: numbered('location', {
        nl: 'Locatie (nummer van deze uitgifte)',
        en: 'Location (number of this release)',
      }),
      value: ({ seen }) => seen.number('location', seen.one.location),
    }),
  ])

const SUPERVISOR: Words = { nl: 'Toezichthouder (voor clustering)', en: 'Supervisor (for clustering)' }
const INTERVIEWER: Words = { nl: 'Interviewer (voor clustering)', en: 'Interviewer (for clustering)' }

/** The supervisor of the pair in which the first wave was held. */
export const FIRST_SUPERVISOR: Column<Placed> = {
  variable: numbered('supervisor', SUPERVISOR),
  shares: 'supervisor',
  value: ({ seen }) => seen.number('supervisor', seen.one.supervisorId),
}

/** The same, and who held the first interview. */
export const firstNumbers = ({ study }: Making): Column<Placed>[] =>
  steadily([
    FIRST_SUPERVISOR,
    {
      variable: numbered('interviewer', INTERVIEWER),
      shares: 'interviewer',
      value: (one) => interviewerAt(one, study.waves[0]?.name ?? ''),
    },
  ])

/** The supervisor of the pair at a wave, and who held its interview. */
export const waveNumbers = <One extends Placed>(wave: (one: One) => string): Column<One>[] => [
  {
    variable: numbered('supervisor', SUPERVISOR),
    shares: 'supervisor',
    value: (one) => supervisorAt(one, wave(one)),
  },
  {
    variable: numbered('interviewer', INTERVIEWER),
    shares: 'interviewer',
    value: (one) => interviewerAt(one, wave(one)),
  },
]

/** The same of one wave, in a table in which every wave has columns of its own: another supervisor can only come later. */
export const numbersOf = ({ name, label, window }: Wave): Column<Placed>[] => {
  const at = ({ nl, en }: Words) => ({ nl: `${label.nl}: ${nl}`, en: `${label.en}: ${en}` })
  const supervisor: Column<Placed> = {
    variable: numbered(named('supervisor', name), at(SUPERVISOR)),
    shares: 'supervisor',
    value: (one) => supervisorAt(one, name),
  }
  const interviewer: Column<Placed> = {
    variable: numbered(named('interviewer', name), at(INTERVIEWER)),
    shares: 'interviewer',
    value: (one) => interviewerAt(one, name),
  }
  return window ? [supervisor, interviewer] : [interviewer]
}

const supervisorAt = ({ seen }: Placed, wave: string) => {
  const found = seen.measured(wave, 'client')
  return found ? seen.number('supervisor', found.supervisorId) : null
}
const interviewerAt = ({ seen }: Placed, wave: string) => {
  const code = seen.measured(wave, 'client')?.interviewer
  return code == null ? null : seen.number('interviewer', code)
}

/** What the register knows of a case, each thing that it dates as it was known on the day of the row, with that day. */
export function registerColumns(making: Making): Column<Placed>[] {
  const { study, chosen } = making
  const register = study.extracts.find(({ kind }) => kind === 'register')
  const known: Column<Placed>[] = [
    {
      variable: dated(chosen, 'started_day', { nl: 'Start van het toezicht', en: 'Supervision started' }),
      value: ({ seen }) => seen.written(seen.one.startedOn),
    },
    place('organisation', { nl: 'Organisatie', en: 'Organisation' }),
    place('region', { nl: 'Regio', en: 'Region' }),
    {
      variable: choiceVariable(study, 'gender', { nl: 'Geslacht van de cliënt', en: 'Client’s gender' }),
      value: ({ seen }) => seen.one.gender,
    },
    {
      variable: whole('age_at_start', {
        nl: 'Leeftijd in het jaar van de start van het toezicht',
        en: 'Age in the year in which supervision started',
      }),
      value: ({ seen: { one } }) => (one.birthYear === null ? null : Number(one.startedOn.slice(0, 4)) - one.birthYear),
    },
    {
      variable: {
        ...whole('supervision_level', { nl: 'Toezichtniveau', en: 'Supervision level' }),
        measure: 'ordinal',
      },
      value: ({ seen }) => seen.one.supervisionLevel,
    },
    {
      variable: {
        ...choiceVariable(study, 'risk_category', { nl: 'Risicocategorie (RISc)', en: 'Risk category (RISc)' }),
        measure: 'ordinal',
      },
      value: ({ seen }) => seen.one.riskCategory,
    },
    ...(register ? covariateFields(register).flatMap((field) => covariateColumns(field, chosen)) : []),
  ]
  return steadily(known.map((column) => asTold(making, column)))
}

const place = (name: 'organisation' | 'region', label: Words): Column<Placed> => ({
  variable: text(name, label, PLACE_WIDTH),
  value: ({ seen }) => fitting(seen.one[name], PLACE_WIDTH),
})

function choiceVariable({ extracts }: StudyProtocol, name: string, label: Words): Variable {
  const register = extracts.find(({ kind }) => kind === 'register')
  const values = meaningsOf(register && fieldNamed(register, name)?.reads)
  return values.length > 0 ? coded(name, label, values) : text(name, label, CODE_WIDTH)
}

const meaningsOf = (reads: Field['reads'] | undefined): Coded<string>[] =>
  reads?.as === 'choice' ? Object.entries(reads.meanings).map(([code, { label }]) => ({ code, label })) : []

/** Throws a RangeError for a field that is written freely or is a day: what people wrote is not released. */
function covariateColumns({ name, label, reads }: Field, chosen: Making['chosen']): Column<Placed>[] {
  if (reads.as !== 'whole' && reads.as !== 'choice') throw new RangeError(`${name}: a free text is not released`)
  const known = (one: Placed) => lastKnown(one, name)
  const day = { nl: `${label.nl}: dag waarop dit gold`, en: `${label.en}: day on which it was so` }
  const isWhole = reads.as === 'whole'
  return [
    {
      variable: isWhole ? whole(name, label) : coded(name, label, meaningsOf(reads)),
      value: (one) => {
        const found = known(one)
        return found === undefined ? null : isWhole ? Number(found.value) : found.value
      },
    },
    { variable: dated(chosen, `${name}_day`, day), value: (one) => one.seen.written(known(one)?.asOf) },
  ]
}

/** The last that was told by the day of the row. */
const lastKnown = ({ seen, asOf }: Placed, name: string): ReleasedCovariate | undefined =>
  seen.one.covariates.findLast((told) => told.name === name && told.asOf <= asOf)
