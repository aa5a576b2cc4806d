import type { Words } from '../speak'

/** Why what a study's messages bear was not kept, or a message cannot be shown. */
export const refusedMail = {
  no_window_yet: {
    nl: 'Dit bericht gaat over een venster, en deze zaak heeft er nog geen.',
    en: 'This message is about a window, and this case has none yet.',
  },
  reply_to: {
    nl: 'Dit is geen e-mailadres. Vul één adres in, zonder naam erbij.',
    en: 'This is no e-mail address. Fill in one address, without a name.',
  },
  sender_name: {
    nl: 'Gebruik één regel, zonder @, < of >.',
    en: 'Use one line, without @, < or >.',
  },
  signature_long: {
    nl: ({ max, lines }: { max: number; lines: number }) =>
      `Dit is te lang. Het mogen hoogstens ${max} tekens en ${lines} regels zijn.`,
    en: ({ max, lines }: { max: number; lines: number }) =>
      `This is too long. It may be ${max} characters and ${lines} lines at most.`,
  },
} satisfies Words
