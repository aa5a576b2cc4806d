import type { Language } from '../i18n/language'

/** Everything that a message may say about its task; never a name or number of a client (protocol §6). */
export type MailVariables = {
  /** The client's pseudonym. Whom it is about stands on the page behind the link. */
  readonly pseudonym: string
  /** The personal link. */
  readonly link: string
  /** The last day on which an answer counts, or on which the wave can be held, written out. */
  readonly until: string
}

/** One message in words: what the subject says of it, what is asked or told, and what its link is called, if it has one. */
type Said<V extends keyof MailVariables> = {
  readonly subject: string
  readonly text: (variables: Pick<MailVariables, V>) => string
  readonly link: string | null
}
export type MailMessage = {
  /** Which variables its words use. */
  readonly variables: readonly (keyof MailVariables)[]
  readonly words: Readonly<Record<Language, Said<keyof MailVariables>>>
}

/** A question whose words can use only the variables that it names, and its link. */
const question = <V extends keyof MailVariables>(
  variables: readonly V[],
  words: Readonly<Record<Language, Said<V> & { readonly link: string }>>,
): MailMessage => ({ variables: [...variables, 'link'], words })

/** What is told and asks for nothing: it has no link. */
const notice = (words: Readonly<Record<Language, Omit<Said<'pseudonym'>, 'link'>>>): MailMessage => ({
  variables: ['pseudonym'],
  words: { nl: { ...words.nl, link: null }, en: { ...words.en, link: null } },
})

/** Every message to a supervisor, in both languages. The wording is our own, in plain language (B1). */
export const messages = {
  inquiry: question(['pseudonym', 'until'], {
    nl: {
      subject: 'Vraag over een nieuwe cliënt',
      text: ({ pseudonym, until }) =>
        `U begeleidt sinds kort een nieuwe cliënt (onderzoeksnummer ${pseudonym}). Wij willen weten of deze cliënt kan meedoen aan het onderzoek. Wilt u daarom drie korte vragen beantwoorden? Dat kan tot en met ${until}.`,
      link: 'Naar de vragen',
    },
    en: {
      subject: 'A question about a new client',
      text: ({ pseudonym, until }) =>
        `You recently started to supervise a new client (study number ${pseudonym}). We want to know if this client can take part in the study. Will you please answer three short questions? You can do so up to and including ${until}.`,
      link: 'Go to the questions',
    },
  }),
  inquiry_handed_over: question(['pseudonym', 'until'], {
    nl: {
      subject: 'Vraag over een cliënt, van een collega',
      text: ({ pseudonym, until }) =>
        `Een collega zei dat u een cliënt begeleidt over wie wij iets vroegen (onderzoeksnummer ${pseudonym}). Wij willen weten of deze cliënt kan meedoen aan het onderzoek. Wilt u daarom drie korte vragen beantwoorden? Dat kan tot en met ${until}. Is het niet uw cliënt? Dan kunt u dat daar zeggen.`,
      link: 'Naar de vragen',
    },
    en: {
      subject: 'A question about a client, from a colleague',
      text: ({ pseudonym, until }) =>
        `A colleague said that you supervise a client about whom we asked something (study number ${pseudonym}). We want to know if this client can take part in the study. Will you please answer three short questions? You can do so up to and including ${until}. Is this not your client? Then you can say so there.`,
      link: 'Go to the questions',
    },
  }),
  inquiry_stand_in: question(['pseudonym', 'until'], {
    nl: {
      subject: 'Vraag over een cliënt van een collega die er niet is',
      text: ({ pseudonym, until }) =>
        `U neemt waar voor een collega. Wij hebben een vraag over een cliënt van die collega (onderzoeksnummer ${pseudonym}): kan deze cliënt meedoen aan het onderzoek? Wilt u daarom drie korte vragen beantwoorden? Dat kan tot en met ${until}.`,
      link: 'Naar de vragen',
    },
    en: {
      subject: 'A question about a client of a colleague who is away',
      text: ({ pseudonym, until }) =>
        `You stand in for a colleague. We have a question about a client of that colleague (study number ${pseudonym}): can this client take part in the study? Will you please answer three short questions? You can do so up to and including ${until}.`,
      link: 'Go to the questions',
    },
  }),
  inquiry_reminder: question(['pseudonym', 'until'], {
    nl: {
      subject: 'Herinnering: vraag over een nieuwe cliënt',
      text: ({ pseudonym, until }) =>
        `Eerder vroegen wij u iets over een nieuwe cliënt (onderzoeksnummer ${pseudonym}). Wij hebben uw antwoord nog niet. Het zijn drie korte vragen. U kunt antwoorden tot en met ${until}.`,
      link: 'Naar de vragen',
    },
    en: {
      subject: 'Reminder: a question about a new client',
      text: ({ pseudonym, until }) =>
        `Earlier we asked you about a new client (study number ${pseudonym}). We do not have your answer yet. There are three short questions. You can answer up to and including ${until}.`,
      link: 'Go to the questions',
    },
  }),
  questionnaire: question(['pseudonym', 'until'], {
    nl: {
      subject: 'Vragenlijst over het contact met uw cliënt',
      text: ({ pseudonym, until }) =>
        `Wilt u een vragenlijst invullen over het contact met uw cliënt (onderzoeksnummer ${pseudonym})? Doe het liefst deze week, want dan weet u nog goed hoe het gesprek was. Invullen kan tot en met ${until}. De cliënt krijgt uw antwoorden niet te zien, en uw leidinggevende ook niet.`,
      link: 'Naar de vragenlijst',
    },
    en: {
      subject: 'Questionnaire about the contact with your client',
      text: ({ pseudonym, until }) =>
        `Will you please fill in a questionnaire about the contact with your client (study number ${pseudonym})? This week is best, while you still remember the talk well. You can fill it in up to and including ${until}. The client will not see your answers, and your manager will not see them either.`,
      link: 'Go to the questionnaire',
    },
  }),
  questionnaire_reminder: question(['pseudonym', 'until'], {
    nl: {
      subject: 'Herinnering: vragenlijst over uw cliënt',
      text: ({ pseudonym, until }) =>
        `Wij vroegen u een vragenlijst in te vullen over het contact met uw cliënt (onderzoeksnummer ${pseudonym}). Wij hebben uw antwoorden nog niet. Invullen kan tot en met ${until}.`,
      link: 'Naar de vragenlijst',
    },
    en: {
      subject: 'Reminder: questionnaire about your client',
      text: ({ pseudonym, until }) =>
        `We asked you to fill in a questionnaire about the contact with your client (study number ${pseudonym}). We do not have your answers yet. You can fill it in up to and including ${until}.`,
      link: 'Go to the questionnaire',
    },
  }),
  thanks: notice({
    nl: {
      subject: 'Bedankt voor uw vragenlijst',
      text: ({ pseudonym }) =>
        `De vragenlijst over uw cliënt (onderzoeksnummer ${pseudonym}) is binnen. Dank u wel voor het invullen. Voor deze vragenlijst hoeft u niets meer te doen.`,
    },
    en: {
      subject: 'Thank you for your questionnaire',
      text: ({ pseudonym }) =>
        `We have received the questionnaire about your client (study number ${pseudonym}). Thank you for filling it in. You do not have to do anything more for this questionnaire.`,
    },
  }),
  window_opens: question(['pseudonym', 'until'], {
    nl: {
      subject: 'Tijd voor het volgende interview met uw cliënt',
      text: ({ pseudonym, until }) =>
        `Het is tijd voor het volgende interview met uw cliënt (onderzoeksnummer ${pseudonym}). Dat doen wij het liefst meteen na een gesprek met u. Wanneer heeft u het volgende gesprek? Het interview kan tot en met ${until}.`,
      link: 'Het volgende gesprek doorgeven',
    },
    en: {
      subject: 'Time for the next interview with your client',
      text: ({ pseudonym, until }) =>
        `It is time for the next interview with your client (study number ${pseudonym}). We would like to hold it right after a talk with you. When is your next talk? The interview can be held up to and including ${until}.`,
      link: 'Tell us about the next talk',
    },
  }),
  appointment_reminder: question(['pseudonym', 'until'], {
    nl: {
      subject: 'Herinnering: wanneer is het volgende gesprek?',
      text: ({ pseudonym, until }) =>
        `Wij weten nog niet wanneer u uw cliënt (onderzoeksnummer ${pseudonym}) weer spreekt. Wij willen daarna graag het volgende interview doen. Dat kan tot en met ${until}. Wanneer heeft u het volgende gesprek?`,
      link: 'Het volgende gesprek doorgeven',
    },
    en: {
      subject: 'Reminder: when is the next talk?',
      text: ({ pseudonym, until }) =>
        `We do not know yet when you will see your client (study number ${pseudonym}) again. We would like to hold the next interview after that talk. It can be held up to and including ${until}. When is your next talk?`,
      link: 'Tell us about the next talk',
    },
  }),
} satisfies Record<string, MailMessage>

/** Which messages there are. */
export type MessageName = keyof typeof messages
