import type { Words } from '../speak'

/** The door behind a personal link: who has not shown that the mailbox is theirs sees no name. */
export const door = {
  title: { nl: 'Eerst een code', en: 'First a code' },
  about: {
    nl: 'Deze vraag gaat over een cliënt. De naam ziet alleen u. Daarom mailen wij u één keer een code, voor dit apparaat. Uw cliënt heeft onderzoeksnummer',
    en: 'This question is about a client. Only you see the name. That is why we mail you a code, once for this device. Your client has pseudonym',
  },
  aboutRights: {
    nl: 'Uw antwoorden kunt alleen u zien en laten wissen. Daarom mailen wij u één keer een code, voor dit apparaat.',
    en: 'Only you can see your answers and have them erased. That is why we mail you a code, once for this device.',
  },
  mail: { nl: 'Mail mij een code', en: 'Mail me a code' },
  mailAgain: { nl: 'Mail mij een nieuwe code', en: 'Mail me a new code' },
  mailed: { nl: 'De code is onderweg', en: 'The code is on its way' },
  mailedAbout: {
    nl: ({ minutes }: { minutes: number }) =>
      `U krijgt hem op het adres waar ook de link heen ging. Hij werkt ${minutes} minuten. Alleen de nieuwste code werkt.`,
    en: ({ minutes }: { minutes: number }) =>
      `You get it at the address to which the link went. It works for ${minutes} minutes. Only the newest code works.`,
  },
  code: { nl: 'Code', en: 'Code' },
  codeHint: { nl: 'Zes cijfers', en: 'Six digits' },
  open: { nl: 'Verder', en: 'Go on' },
  wrong: { nl: 'De pagina is nog dicht', en: 'The page is still closed' },
  toRights: {
    nl: 'Over u en dit onderzoek: niet (meer) meedoen, of zien wat u hebt geantwoord',
    en: 'About you and this study: not taking part (any more), or seeing what you have answered',
  },
} satisfies Words
