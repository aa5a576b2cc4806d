import type { Scope, StudyProtocol } from '../../study'
import { letter1 } from './forms/letter-1'
import { paper2011 } from './forms/paper-2011'
import { tablet1 } from './forms/tablet-1'

/** The questions of the form, each yes or no (protocol §6). */
const scopeWords = {
  take_part: {
    cite: '§6',
    label: { nl: 'Ik doe mee aan het onderzoek.', en: 'I take part in the study.' },
  },
  pseudonymous_processing: {
    cite: '§6',
    label: {
      nl: 'Mijn antwoorden mogen onder een nummer, zonder mijn naam, voor onderzoek worden gebruikt.',
      en: 'My answers may be used for research under a number, without my name.',
    },
  },
  approach_again: {
    cite: '§6',
    label: { nl: 'Na zes maanden mag u mij weer vragen.', en: 'You may ask me again after six months.' },
  },
  phone: { cite: '§6', label: { nl: 'U mag mij bellen.', en: 'You may call me.' } },
  register_linkage: {
    cite: '§6',
    label: {
      nl: 'De onderzoekers mogen later in het register kijken hoe mijn toezicht is gegaan.',
      en: 'The researchers may look in the register later to see how my supervision went.',
    },
  },
} satisfies Record<string, Scope>

export type ScopeName = keyof typeof scopeWords

export const scopes = Object.keys(scopeWords) as readonly ScopeName[]
export const takingPart = ['take_part', 'pseudonymous_processing'] as const satisfies readonly ScopeName[]
export const registerLinkage = 'register_linkage' satisfies ScopeName

/** What needs which scope (protocol §6). The supervisor's own questionnaire needs none of the client's (§3). */
export const consent = {
  scopes: scopeWords,
  altogether: ['take_part'],
  uses: {
    interview: { cite: '§6', scopes: takingPart },
    next_wave: { cite: '§6', scopes: ['take_part', 'approach_again'] },
    telephone: { cite: '§6', scopes: ['phone'] },
    release: { cite: '§6', scopes: takingPart },
    release_outcomes: { cite: '§6', scopes: [...takingPart, registerLinkage] },
  },
  forms: [paper2011, tablet1],
  letters: [letter1],
} as const satisfies StudyProtocol['consent']
