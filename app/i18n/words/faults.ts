import type { Words } from '../speak'

/** Pages that could not be shown. */
export const faults = {
  notFound: { nl: 'Deze pagina is er niet', en: 'This page does not exist' },
  notFoundAbout: {
    nl: 'Misschien is het adres verkeerd overgenomen, of hoort de pagina niet bij uw account.',
    en: 'The address may have been copied wrongly, or the page does not belong to your account.',
  },
  broken: { nl: 'Er ging iets mis', en: 'Something went wrong' },
  brokenAbout: {
    nl: 'Dit ligt aan ons. Er is niets half opgeslagen; probeer het opnieuw.',
    en: 'This is our doing. Nothing was half saved; try again.',
  },
  method: { nl: 'Zo werkt deze pagina niet', en: 'This page does not work like that' },
  unreadable: { nl: 'Dit formulier was niet te lezen', en: 'This form could not be read' },
  unreadableAbout: {
    nl: 'Er is niets opgeslagen. Ga terug en verstuur het opnieuw.',
    en: 'Nothing was saved. Go back and send it again.',
  },
  notOurs: {
    nl: 'Dit formulier kwam van een andere plaats en is niet uitgevoerd.',
    en: 'This form came from another place and was not carried out.',
  },
  number: { nl: 'Meldt u dit, noem dan nummer', en: 'If you report this, mention number' },
  home: { nl: 'Naar het begin', en: 'To the start' },
} satisfies Words
