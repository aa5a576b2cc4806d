import type { Language } from '../i18n/language'

/** What stands around the tasks of a message. */
type Frame = {
  readonly greeting: string
  readonly several: { readonly subject: (tasks: number) => string; readonly opening: (tasks: number) => string }
  readonly personal: string
  readonly stop: string
  readonly farewell: string
}

/** The opening and close of every message, in both languages. */
export const frames = {
  nl: {
    greeting: 'Goedendag,',
    several: {
      subject: (tasks) => `Wij vragen ${tasks} dingen over uw cliënten`,
      opening: (tasks) => `Wij vragen u om ${tasks} dingen. Elk heeft een eigen link.`,
    },
    personal:
      'Achter de link ziet u om welke cliënt het gaat. De eerste keer op een apparaat mailen wij u daarvoor een code. De link is alleen voor u. Stuur dit bericht niet door.',
    stop: 'Heeft u een vraag, of wilt u geen berichten meer over dit onderzoek? Antwoord dan op dit bericht.',
    farewell: 'Met vriendelijke groet,',
  },
  en: {
    greeting: 'Hello,',
    several: {
      subject: (tasks) => `We ask you ${tasks} things about your clients`,
      opening: (tasks) => `We ask you to do ${tasks} things. Each has its own link.`,
    },
    personal:
      'The page behind the link says which client it is about. The first time on a device we mail you a code for it. The link is only for you. Please do not pass this message on.',
    stop: 'Do you have a question, or do you want no more messages about this study? Then reply to this message.',
    farewell: 'Kind regards,',
  },
} satisfies Record<Language, Frame>
