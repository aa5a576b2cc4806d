import { longDay } from '../days'
import type { Words } from '../speak'

/** Why something that the register told was not kept, or where it comes from cannot be so. */
export const refusedEvents = {
  after_known_to: {
    nl: 'Deze dag ligt na de laatste dag die het bestand kent.',
    en: 'This day lies after the last one that the file knows.',
  },
  erased_too_soon: {
    nl: ({ from }: { from: string }) =>
      `Wissen wordt een week vooraf aangekondigd. Kies ${longDay('nl', from)} of een latere dag.`,
    en: ({ from }: { from: string }) =>
      `Erasing is announced a week before. Choose ${longDay('en', from)} or a later day.`,
  },
  event_superseded: {
    nl: 'Deze gebeurtenis telt al niet meer.',
    en: 'This event does not count any more.',
  },
  linkage_refused: {
    nl: 'Deze cliënt wil geen koppeling met het register.',
    en: 'This client does not want linkage with the register.',
  },
  took_no_part: {
    nl: 'Deze cliënt is niet geïnterviewd. Wat het register over hem meldt, bewaren we niet.',
    en: 'This client was not interviewed. What the register tells of them is not kept.',
  },
  unknown_event: { nl: 'Deze gebeurtenis is er niet.', en: 'There is no such event.' },
  unknown_kind: {
    nl: 'Deze soort hoort niet bij de gebeurtenis.',
    en: 'This kind does not belong to the event.',
  },
} satisfies Words
