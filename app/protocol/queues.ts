import { addDays, type Day } from './day'
import type { Stage } from './stages'
import type { StudyProtocol } from './study'
import type { Words } from './words'

type QueueLine = { readonly cite: string; readonly label: Words; readonly about: Words }

/** The lists that a coordinator works from between the register and the first interview, in the order of the protocol (§2, §3). */
export const QUEUES = {
  about_to_be_lost: {
    cite: '§2.2',
    label: { nl: 'Dreigt af te vallen', en: 'About to be lost' },
    about: {
      nl: 'Het laatste gesprek waarop het nog kan komt eraan, of de toezichthouder antwoordt al lang niet.',
      en: 'The last talk at which it is still possible is near, or the supervisor has not answered for long.',
    },
  },
  to_inquire: {
    cite: '§2',
    label: { nl: 'Na te vragen', en: 'To inquire' },
    about: {
      nl: 'De toezichthouder kreeg nog geen vraag over deze cliënt.',
      en: 'The supervisor was not asked about this client yet.',
    },
  },
  awaiting_reply: {
    cite: '§2.2',
    label: { nl: 'Wacht op antwoord', en: 'Awaiting reply' },
    about: {
      nl: 'De vraag is gesteld, het antwoord is er nog niet.',
      en: 'The question was asked, no answer came yet.',
    },
  },
  to_screen: {
    cite: '§2.1',
    label: { nl: 'Te screenen', en: 'To screen' },
    about: {
      nl: 'Van ten minste één criterium is niet bekend of het klopt.',
      en: 'Of one criterion at least nobody knows whether it is met.',
    },
  },
  to_judge: {
    cite: '§2',
    label: { nl: 'Oordeel nodig', en: 'To be judged' },
    about: {
      nl: 'Alle criteria kloppen. Kan deze cliënt nu benaderd worden?',
      en: 'Every criterion is met. Can this client be approached now?',
    },
  },
  to_approach: {
    cite: '§2',
    label: { nl: 'Te benaderen', en: 'To approach' },
    about: {
      nl: 'De cliënt kan benaderd worden. Er is nog geen dag.',
      en: 'The client can be approached. There is no day yet.',
    },
  },
  planned: {
    cite: '§3',
    label: { nl: 'Gepland', en: 'Planned' },
    about: { nl: 'Er is een dag voor het eerste gesprek.', en: 'There is a day for the first interview.' },
  },
  waiting: {
    cite: '§2',
    label: { nl: 'Komt terug', en: 'Comes back' },
    about: {
      nl: 'Kan nu niet verder, en komt vanzelf terug zodra dat verandert en er nog tijd is.',
      en: 'Cannot go on now, and comes back by itself when that changes while there is time.',
    },
  },
} as const satisfies Record<string, QueueLine>

export type Queue = keyof typeof QUEUES
export const QUEUE_NAMES = Object.keys(QUEUES) as Queue[]

/** A queue by its name as it was sent; undefined when there is none. */
export const readQueue = (text: string | null | undefined): Queue | undefined => QUEUE_NAMES.find((one) => one === text)

/** Stages of a case that nobody answered for yet, and those of one whose talks are counted until the first interview. */
export const UNANSWERED = ['to_inquire', 'awaiting_reply'] as const satisfies readonly Stage[]
export const COUNTED = ['to_screen', 'to_judge', 'to_approach', 'planned'] as const satisfies readonly Stage[]

/** What is known of a case in a queue. */
export type QueueFacts = {
  readonly stage: Stage
  readonly registeredOn: Day
  readonly contacts: number | null
  readonly nextContactOn: Day | null
}
export type Risk = 'contacts' | 'next_talk' | 'unanswered'

/**
 * Why a case is about to be lost (protocol §2.2): with the most contacts that an approach allows the next talk is the last
 * one; the next talk is near, or was to be held already; nobody answered for longer than the study expects.
 */
export function risksOf(study: Pick<StudyProtocol, 'contacts' | 'aboutToBeLost'>, facts: QueueFacts, on: Day): Risk[] {
  const { talkWithin, unansweredAfter } = study.aboutToBeLost
  if (UNANSWERED.some((stage) => stage === facts.stage))
    return facts.registeredOn < addDays(on, -unansweredAfter) ? ['unanswered'] : []
  if (!COUNTED.some((stage) => stage === facts.stage)) return []
  const risks = {
    contacts: facts.contacts !== null && facts.contacts >= study.contacts.maxAtApproach,
    next_talk: facts.nextContactOn !== null && facts.nextContactOn <= addDays(on, talkWithin),
  }
  return (['contacts', 'next_talk'] as const).filter((risk) => risks[risk])
}
