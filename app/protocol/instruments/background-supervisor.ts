import type { Instrument, Item, Words } from '../study'
import { addiction } from './addiction'
import { ALLIANCE_POINTS, sevenSteps } from './agreement'
import { ageBands, choice, gate, genders, howStepsUnknown, inBlock, when, yesNoUnknown } from './choices'
import { competence } from './competence'
import { INSTRUMENTS } from './names'

/** Longer than any working life. */
const MOST_YEARS = 60

const years = (code: string, text: Words): Item => ({ code, kind: 'number', min: 0, max: MOST_YEARS, text })

const self: readonly Item[] = [
  choice('gender', { nl: 'Bent u een man of een vrouw?', en: 'Are you a man or a woman?' }, genders),
  choice('age_band', { nl: 'Hoe oud bent u?', en: 'How old are you?' }, ageBands),
  choice('education', { nl: 'Wat is uw hoogste opleiding?', en: 'What is your highest education?' }, [
    { code: 1, name: 'secondary', label: { nl: 'Middelbare school', en: 'Secondary school' } },
    { code: 2, name: 'vocational', label: { nl: 'Mbo', en: 'Vocational training' } },
    { code: 3, name: 'applied', label: { nl: 'Hbo', en: 'University of applied sciences' } },
    { code: 4, name: 'university', label: { nl: 'Universiteit', en: 'University' } },
    { code: 5, name: 'other', label: { nl: 'Iets anders', en: 'Something else' } },
  ]),
  years('years_probation', {
    nl: 'Hoeveel jaar werkt u bij de reclassering?',
    en: 'How many years have you worked in probation?',
  }),
  years('years_justice', {
    nl: 'Hoeveel jaar werkte u ergens anders bij justitie?',
    en: 'How many years did you work elsewhere in justice?',
  }),
  years('years_care', {
    nl: 'Hoeveel jaar werkte u in de zorg of hulpverlening?',
    en: 'How many years did you work in care?',
  }),
  years('years_total', { nl: 'Hoeveel jaar werkt u in totaal?', en: 'How many years have you worked in all?' }),
]

/** Whether the client went through something and, when so, what the supervisor heard the client think of it. */
function passed(code: string, had: Words, opinion: Words): Item[] {
  return [gate(code, had, yesNoUnknown), choice(`${code}_how`, opinion, howStepsUnknown, when(code, 1))]
}

const past: readonly Item[] = [
  ...passed(
    'earlier_supervision',
    { nl: 'Had deze cliënt al eens eerder toezicht?', en: 'Has this client had supervision before?' },
    {
      nl: 'Wat vindt de cliënt van dat eerdere toezicht?',
      en: 'What does the client think of that earlier supervision?',
    },
  ),
  ...passed(
    'court_case',
    { nl: 'Heeft deze cliënt een rechtszaak gehad?', en: 'Has this client had a court case?' },
    { nl: 'Wat vindt de cliënt van die rechtszaak?', en: 'What does the client think of that court case?' },
  ),
  ...passed(
    'community_service',
    { nl: 'Heeft deze cliënt een werkstraf gehad?', en: 'Has this client done community service?' },
    { nl: 'Wat vindt de cliënt van die werkstraf?', en: 'What does the client think of that community service?' },
  ),
  ...passed(
    'advice_report',
    { nl: 'Is er een adviesrapport over deze cliënt?', en: 'Is there an advice report about this client?' },
    { nl: 'Wat vindt de cliënt van dat adviesrapport?', en: 'What does the client think of that advice report?' },
  ),
]

const person: readonly Item[] = [
  choice('legal_framework', { nl: 'Wat is het juridische kader?', en: 'What is the legal framework?' }, [
    {
      code: 1,
      name: 'conditional_sentence',
      label: { nl: 'Voorwaardelijke veroordeling', en: 'Conditional sentence' },
    },
    {
      code: 2,
      name: 'conditional_release',
      label: { nl: 'Voorwaardelijke invrijheidstelling', en: 'Conditional release' },
    },
    {
      code: 3,
      name: 'conditional_suspension',
      label: { nl: 'Voorwaardelijke schorsing', en: 'Conditional suspension of custody' },
    },
    { code: 4, name: 'other', label: { nl: 'Anders', en: 'Other' } },
  ]),
  ...addiction,
  choice(
    'intellectual_disability',
    {
      nl: 'Heeft deze cliënt een licht verstandelijke beperking?',
      en: 'Has this client a mild intellectual disability?',
    },
    yesNoUnknown,
  ),
  choice(
    'above_average_intelligence',
    { nl: 'Is deze cliënt slimmer dan gemiddeld?', en: 'Is this client of above-average intelligence?' },
    yesNoUnknown,
  ),
  choice(
    'normal_conscience',
    {
      nl: 'Is het geweten van deze cliënt normaal ontwikkeld?',
      en: 'Has this client’s conscience developed normally?',
    },
    yesNoUnknown,
  ),
  {
    code: 'harder_than_most',
    kind: 'agreement',
    min: 1,
    max: ALLIANCE_POINTS,
    text: {
      nl: 'Deze cliënt is moeilijker dan de meeste cliënten.',
      en: 'This client is harder than most clients.',
    },
  },
  competence,
]

/** Who the supervisor is, and what the supervisor knows of the client, at the first wave (protocol §7.2). */
export const backgroundSupervisor: Instrument = {
  name: INSTRUMENTS.backgroundSupervisor,
  version: 1,
  perspective: 'supervisor',
  title: { nl: 'Vragen over uzelf en over deze cliënt', en: 'Questions about yourself and about this client' },
  agreement: sevenSteps,
  blocks: [
    { name: 'self', title: { nl: 'Over u', en: 'About you' }, order: 'fixed' },
    {
      name: 'past',
      title: { nl: 'Wat de cliënt heeft meegemaakt', en: 'What the client has been through' },
      order: 'fixed',
    },
    { name: 'person', title: { nl: 'Over deze cliënt', en: 'About this client' }, order: 'fixed' },
  ],
  items: [...inBlock('self', self), ...inBlock('past', past), ...inBlock('person', person)],
}
