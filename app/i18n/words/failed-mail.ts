import type { Words } from '../speak'

/** What did not reach a supervisor, and how it goes again. */
export const failedMail = {
  title: { nl: 'Niet aangekomen', en: 'Did not arrive' },
  about: { nl: 'Bericht', en: 'Message' },
  client: { nl: 'Cliënt', en: 'Client' },
  on: { nl: 'Sinds', en: 'Since' },
  why: { nl: 'Waarom', en: 'Why' },
  wait: { nl: 'Het mailadres klopt niet', en: 'The mail address is wrong' },
  waitAbout: {
    nl: 'Verbeter het adres in het register en lees het bestand opnieuw in. Daarna kunt u deze berichten hier opnieuw versturen.',
    en: 'Correct the address in the register and import the file again. After that you can send these messages again here.',
  },
  mended: {
    nl: 'Het register heeft daarna een nieuwe naam of een nieuw adres doorgegeven.',
    en: 'The register has told a new name or address since.',
  },
  again: { nl: 'Opnieuw versturen', en: 'Send again' },
} satisfies Words

/** Why a message did not arrive. */
export const mailFailures = {
  unknown_mailbox: { nl: 'Dit adres bestaat niet', en: 'There is no such address' },
  no_address: { nl: 'Er is geen adres', en: 'There is no address' },
  bounced: { nl: 'Kwam terug', en: 'Came back' },
} satisfies Words
