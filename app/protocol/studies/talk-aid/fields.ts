import { fiveSteps } from '../../instruments/agreement'
import { clientStatements } from '../../instruments/alliance-client'
import { supervisorStatements } from '../../instruments/alliance-supervisor'
import { agreementItems, probation, type Setting } from '../../instruments/setting'
import type { Field, Instrument, Perspective, Words } from '../../study'

/** The talk aid has five steps (protocol §9). */
export const TALK_AID_POINTS = 5

type FieldWords = { readonly label: Words; readonly setting: Setting }

const FIELDS = {
  probation: {
    label: { nl: 'Reclassering', en: 'Probation' },
    setting: probation,
  },
  youth_protection: {
    label: { nl: 'Jeugdbescherming', en: 'Youth protection' },
    setting: {
      professional: { nl: 'mijn jeugdbeschermer', en: 'my youth protection worker' },
      client: { nl: 'deze jongere of ouder', en: 'this young person or parent' },
      work: { nl: 'de begeleiding', en: 'the support' },
    },
  },
  shelter: {
    label: { nl: 'Opvang', en: 'Shelter' },
    setting: {
      professional: { nl: 'mijn begeleider', en: 'my support worker' },
      client: { nl: 'deze bewoner', en: 'this resident' },
      work: { nl: 'de begeleiding', en: 'the support' },
    },
  },
  work_integration: {
    label: { nl: 'Werk en re-integratie', en: 'Work integration' },
    setting: {
      professional: { nl: 'mijn consulent', en: 'my work coach' },
      client: { nl: 'deze werkzoekende', en: 'this job seeker' },
      work: { nl: 'het traject', en: 'the programme' },
    },
  },
  debt_counselling: {
    label: { nl: 'Schuldhulp', en: 'Debt counselling' },
    setting: {
      professional: { nl: 'mijn schuldhulpverlener', en: 'my debt counsellor' },
      client: { nl: 'deze cliënt', en: 'this client' },
      work: { nl: 'de schuldhulp', en: 'debt counselling' },
    },
  },
} satisfies Record<string, FieldWords>

type FieldName = keyof typeof FIELDS

const STATEMENTS = { client: clientStatements, supervisor: supervisorStatements } as const
const TITLE: Words = { nl: 'Hoe werken wij samen?', en: 'How do we work together?' }

const nameOf = (field: FieldName, perspective: Perspective) => `talk-aid-${field.replaceAll('_', '-')}-${perspective}`

const instrument = (field: FieldName, perspective: Perspective): Instrument => ({
  name: nameOf(field, perspective),
  version: 1,
  perspective,
  title: TITLE,
  agreement: fiveSteps,
  items: agreementItems(STATEMENTS[perspective], FIELDS[field].setting, TALK_AID_POINTS),
})

const fieldOf = (name: FieldName): Field => ({
  name,
  label: FIELDS[name].label,
  instruments: { client: [nameOf(name, 'client')], supervisor: [nameOf(name, 'supervisor')] },
})

const names = Object.keys(FIELDS) as FieldName[]

/** The five fields of work; the first one's words serve a wave when no field is given. */
export const fields: readonly [Field, ...Field[]] = [
  fieldOf('probation'),
  ...names.filter((name) => name !== 'probation').map(fieldOf),
]
/** The 19 items per field and perspective. */
export const instruments: readonly Instrument[] = names.flatMap((name) => [
  instrument(name, 'client'),
  instrument(name, 'supervisor'),
])
