import { shortDay } from '../days'
import type { Words } from '../speak'

/** Both sides of a pair at each wave. */
export const matrix = {
  title: { nl: 'Wat er is gemeten', en: 'What was measured' },
  wave: { nl: 'Meting', en: 'Wave' },
  client: { nl: 'Cliënt', en: 'Client' },
  supervisor: { nl: 'Toezichthouder', en: 'Supervisor' },
  complete: {
    nl: ({ on }: { on: string }) => `compleet op ${shortDay('nl', on)}`,
    en: ({ on }: { on: string }) => `complete on ${shortDay('en', on)}`,
  },
  asItWas: {
    nl: ({ on }: { on: string }) => `afgebroken, en zo afgesloten op ${shortDay('nl', on)}`,
    en: ({ on }: { on: string }) => `broken off, and closed as it was on ${shortDay('en', on)}`,
  },
  erased: {
    nl: ({ on }: { on: string }) => `gewist op ${shortDay('nl', on)}`,
    en: ({ on }: { on: string }) => `erased on ${shortDay('en', on)}`,
  },
  partial: {
    nl: ({ since }: { since: string }) => `begonnen op ${shortDay('nl', since)}, nog niet af`,
    en: ({ since }: { since: string }) => `begun on ${shortDay('en', since)}, not finished yet`,
  },
  until: {
    nl: ({ until }: { until: string }) => `tot en met ${shortDay('nl', until)}`,
    en: ({ until }: { until: string }) => `up to ${shortDay('en', until)}`,
  },
  missing: {
    nl: ({ reason }: { reason: string }) => `komt niet: ${reason}`,
    en: ({ reason }: { reason: string }) => `will not come: ${reason}`,
  },
  partly: { nl: 'een deel is bewaard', en: 'part of it is kept' },
  expected: {
    nl: ({ from }: { from: string }) => `verwacht vanaf ${shortDay('nl', from)}`,
    en: ({ from }: { from: string }) => `expected from ${shortDay('en', from)}`,
  },
  toPlan: { nl: 'nog te plannen', en: 'still to be planned' },
  inPair: {
    nl: ({ pair }: { pair: string }) => `in koppel ${pair}`,
    en: ({ pair }: { pair: string }) => `in dyad ${pair}`,
  },
  otherSupervisor: {
    nl: 'De cliënt kreeg een andere toezichthouder. Dat is een nieuw koppel; het oude blijft bewaard.',
    en: 'The client got another supervisor. That is a new dyad; the old one is kept.',
  },
  pairUntil: {
    nl: ({ until }: { until: string }) => `tot ${shortDay('nl', until)}`,
    en: ({ until }: { until: string }) => `until ${shortDay('en', until)}`,
  },
  pairNow: { nl: 'nu', en: 'now' },
} satisfies Words

/** Why a side will not come, beside the reasons for which a wave is lost. */
export const missingReasons = {
  no_reply: { nl: 'geen antwoord binnen de termijn', en: 'no answer in time' },
  supervisor_declined: { nl: 'de toezichthouder doet niet mee', en: 'the supervisor does not take part' },
  withdrew: { nl: 'de cliënt is gestopt', en: 'the client withdrew' },
} satisfies Words
