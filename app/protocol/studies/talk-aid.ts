import type { ScaleDefinition, StudyProtocol, Wave } from '../study'
import { fields, instruments, TALK_AID_POINTS } from './talk-aid/fields'
import { talk1 } from './talk-aid/form'
import { talkLetter1 } from './talk-aid/letter'
import { quasiIdentifiers } from './talk-aid/quasi-identifiers'
import { retention } from './werkalliantie/retention'
import { published } from './werkalliantie/scales'

/** The scales of the 19 items, on five steps; no other published definition is known. */
const fiveStepScales = { ...published, cite: '§9', points: TALK_AID_POINTS } satisfies ScaleDefinition

/** No inquiry and no ladder are described; nobody is reminded, and the talk simply takes place or not. */
const noReminders = { reminders: [], nonResponse: 21, cite: '§9' } as const

const waves = [
  {
    name: 'talk',
    cite: '§9',
    label: { nl: 'Invullen en bespreken', en: 'Filling in and talking it over' },
    appointmentReminders: [],
    closingWarnings: [],
    questionnaire: noReminders,
    instruments: fields[0].instruments,
    needs: [],
    losses: [],
    criteria: [],
  },
] as const satisfies readonly Wave[]

/** The 19 items as a talk aid in five fields of work: both look at both answers together (protocol §9). */
export const talkAid = {
  code: 'talk-aid',
  title: { nl: 'De werkalliantie als gesprekshulp', en: 'The working alliance as a talk aid' },
  criteria: [],
  contacts: { min: 0, max: Number.POSITIVE_INFINITY, maxAtApproach: Number.POSITIVE_INFINITY },
  placesPerSupervisor: Number.POSITIVE_INFINITY,
  noShowsAllowed: Number.POSITIVE_INFINITY,
  inquiry: noReminders,
  waves,
  scopes: ['research_storage'],
  takingPart: [],
  // This study has no register: nobody is asked for the scope, so nobody has granted it.
  registerLinkage: 'register_linkage',
  scaleDefinitions: [fiveStepScales],
  instruments,
  outcomes: [],
  followUpMonths: 0,
  quasiIdentifiers,
  reasons: {},
  dispositions: {},
  approvals: [],
  inclusionPeriods: [],
  comesBackWithin: 0,
  aboutToBeLost: { talkWithin: 0, unansweredAfter: 0 },
  consent: {
    scopes: {
      research_storage: {
        cite: '§9',
        label: {
          nl: 'Mijn antwoorden mogen voor onderzoek worden bewaard.',
          en: 'My answers may be kept for research.',
        },
      },
    },
    altogether: [],
    uses: {
      interview: { cite: '§9', scopes: [] },
      next_wave: { cite: '§9', scopes: [] },
      telephone: { cite: '§9', scopes: [] },
      release: { cite: '§9', scopes: ['research_storage'] },
      release_outcomes: { cite: '§9', scopes: ['research_storage', 'register_linkage'] },
    },
    forms: [talk1],
    letters: [talkLetter1],
  },
  retention,
  registerEvents: {},
  registerCovers: [],
  fields,
  extracts: [],
  answersShared: true,
} as const satisfies StudyProtocol
