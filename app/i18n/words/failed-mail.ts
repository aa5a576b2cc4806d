import type { Words } from '../speak'

/** What did not reach a supervisor, and how it goes again. */
export const failedMail = {
  title: { nl: 'Niet aangekomen', en: 'Did not arrive' },
  about: { nl: 'Bericht', en: 'Message' },
  client: { nl: 'Cliënt', en: 'Client' },
  on: { nl: 'Sinds', en: 'Since' },
  why: { nl: 'Waarom', en: 'Why' },
  wait: { nl: 'Klopt het mailadres?', en: 'Is the mail address right?' },
  waitAbout: {
    nl: 'Zo niet: verbeter het adres in het register en lees het bestand opnieuw in. Daarna kunt u deze berichten hier opnieuw versturen.',
    en: 'If not: correct the address in the register and import the file again. After that you can send these messages again here.',
  },
  mended: {
    nl: 'Het register heeft daarna een nieuwe naam of een nieuw adres doorgegeven.',
    en: 'The register has told a new name or address since.',
  },
  right: {
    nl: 'Klopt het adres wel, en werkt de mailbox weer? Dan kunt u deze berichten toch opnieuw versturen.',
    en: 'Is the address right, and does the mailbox work again? Then you can send these messages again all the same.',
  },
  allTheSame: { nl: 'Toch opnieuw versturen', en: 'Send again all the same' },
  again: { nl: 'Opnieuw versturen', en: 'Send again' },
} satisfies Words

/** Why a message did not arrive. */
export const mailFailures = {
  unknown_mailbox: { nl: 'Dit adres bestaat niet', en: 'There is no such address' },
  no_address: { nl: 'Er is geen adres', en: 'There is no address' },
  not_taken: { nl: 'De mailserver neemt het niet aan', en: 'The mail server does not take it' },
  bounced: { nl: 'Kwam terug', en: 'Came back' },
} satisfies Words
