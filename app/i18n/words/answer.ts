import { longDay } from '../days'
import type { Words } from '../speak'

type Days = { sentOn: string; until: string }

export const answer = {
  about: {
    nl: ({ whom }: { whom: string }) => `Het gaat om ${whom}, onderzoeksnummer`,
    en: ({ whom }: { whom: string }) => `This is about ${whom}, pseudonym`,
  },
  aboutNumber: { nl: 'Het gaat om onderzoeksnummer', en: 'This is about pseudonym' },
  until: {
    nl: ({ sentOn, until }: Days) =>
      `Gevraagd op ${longDay('nl', sentOn)}; antwoorden kan tot en met ${longDay('nl', until)}.`,
    en: ({ sentOn, until }: Days) =>
      `Asked on ${longDay('en', sentOn)}; answers are taken up to ${longDay('en', until)}.`,
  },
  confidential: {
    nl: 'De cliënt ziet uw antwoorden niet, en u die van de cliënt niet. Ook leidinggevenden zien ze niet.',
    en: 'The client does not see your answers, nor you the client’s. Managers see neither.',
  },
  inquiry: { nl: 'Is dit uw cliënt?', en: 'Is this your client?' },
  isSupervisor: { nl: 'Houdt u toezicht op deze cliënt?', en: 'Do you supervise this client?' },
  yes: { nl: 'Ja', en: 'Yes' },
  no: { nl: 'Nee', en: 'No' },
  inquiries: { nl: 'Zijn dit uw cliënten?', en: 'Are these your clients?' },
  inquiriesAbout: {
    nl: 'Wij vragen u over elk van hen hetzelfde. U kunt ze één voor één versturen, ook later.',
    en: 'We ask you the same about each of them. You can send them one by one, also later.',
  },
  progress: {
    nl: ({ answered, all }: { answered: number; all: number }) => `${answered} van ${all} beantwoord`,
    en: ({ answered, all }: { answered: number; all: number }) => `${answered} of ${all} answered`,
  },
  number: { nl: 'Onderzoeksnummer', en: 'Pseudonym' },
  answered: { nl: 'Beantwoord', en: 'Answered' },
  standIn: {
    nl: 'Een cliënt van een collega voor wie u waarneemt. Antwoord ja als u genoeg weet, of nee als het een ander is.',
    en: 'A client of a colleague for whom you stand in. Answer yes if you know enough, or no if it is somebody else’s.',
  },
  colleague: {
    nl: 'Weet u wie wel? E-mailadres van de collega',
    en: 'Do you know who does? The colleague’s e-mail address',
  },
  colleagueHint: {
    nl: 'Dan vragen wij het meteen aan die collega. Laat leeg als u het niet weet.',
    en: 'Then we ask that colleague at once. Leave empty when you do not know.',
  },
  saved: { nl: 'Opgeslagen', en: 'Saved' },
  savedAbout: {
    nl: ({ client }: { client: string }) => `Uw antwoord over onderzoeksnummer ${client} is aangekomen.`,
    en: ({ client }: { client: string }) => `Your answer about pseudonym ${client} has arrived.`,
  },
  handedOver: {
    nl: 'Dank u wel. Wij gaan verder met uw collega. Over deze cliënt hoeft u niets meer te doen.',
    en: 'Thank you. We go on with your colleague. You need not do anything more about this client.',
  },
  coordinatorLooks: {
    nl: 'Wij kennen dit adres niet. Daarom hebben wij niets gestuurd, en bewaren wij het niet. De coördinator zoekt uit van wie deze cliënt is.',
    en: 'We do not know this address. So we sent nothing, and do not keep it. The coordinator finds out whose client this is.',
  },
  moved: { nl: 'Deze link is niet meer nodig', en: 'This link is no longer needed' },
  movedAbout: {
    nl: 'De vraag ging naar een collega, of u kreeg er een nieuwere link voor. Gebruik dan de link uit ons laatste bericht.',
    en: 'The question went to a colleague, or you got a newer link to it. Then use the link of our last message.',
  },
  respected: { nl: 'Wij vragen u niets meer', en: 'We ask you nothing any more' },
  respectedAbout: {
    nl: ({ since }: { since: string }) =>
      `U wilde niet meer meedoen. Sinds ${longDay('nl', since)} sturen wij u geen vragen meer, over geen enkele cliënt.`,
    en: ({ since }: { since: string }) =>
      `You did not want to take part any more. Since ${longDay('en', since)} we have sent you no more questions, about any client.`,
  },
  contacts: {
    nl: 'Hoeveel gesprekken in persoon zijn er tot nu toe geweest?',
    en: 'How many face-to-face talks have there been so far?',
  },
  contactsHint: { nl: 'Telefoontjes tellen niet mee', en: 'Telephone calls do not count' },
  nextContact: { nl: 'Wanneer is het volgende gesprek?', en: 'When is the next talk?' },
  nextContactHint: { nl: 'Laat leeg als dat nog niet bekend is', en: 'Leave empty when that is not known yet' },
  reason: { nl: 'Is er een reden waarom het niet kan?', en: 'Is there a reason why it cannot be?' },
  reasonHint: {
    nl: 'Kies wat het best past; anders laat u het zo',
    en: 'Choose what fits best; otherwise leave it as it is',
  },
  noReason: { nl: 'Nee, de cliënt kan benaderd worden', en: 'No, the client can be approached' },
  criteriaReasons: { nl: 'Hoort niet bij het onderzoek', en: 'Does not belong to the study' },
  judgementReasons: { nl: 'Kan nu niet benaderd worden', en: 'Cannot be approached now' },
  send: { nl: 'Versturen', en: 'Send' },
  questionnaire: { nl: 'Vragenlijst over de samenwerking', en: 'Questionnaire on working together' },
  questionnaireAbout: {
    nl: 'Denk aan het laatste gesprek. Een vraag waar u niet uitkomt kunt u overslaan.',
    en: 'Think of the last talk. A question that you cannot answer may be skipped.',
  },
  appointment: { nl: 'Wanneer is het volgende gesprek?', en: 'When is the next talk?' },
  appointmentAbout: {
    nl: ({ opens, closes }: { opens: string; closes: string }) =>
      `De vervolgmeting kan van ${longDay('nl', opens)} tot en met ${longDay('nl', closes)}, direct na een gesprek met u.`,
    en: ({ opens, closes }: { opens: string; closes: string }) =>
      `The follow-up can be held from ${longDay('en', opens)} up to ${longDay('en', closes)}, right after a talk with you.`,
  },
  appointmentOn: { nl: 'Dag van het gesprek', en: 'Day of the talk' },
  wrong: { nl: 'Nog niet verstuurd', en: 'Not sent yet' },
  wrongAbout: {
    nl: 'Kijk na wat hieronder is aangegeven. Wat u invulde staat er nog.',
    en: 'Look at what is marked below. What you filled in is still there.',
  },
  thanks: { nl: 'Dank u wel', en: 'Thank you' },
  thanksAbout: {
    nl: 'Uw antwoord is aangekomen. U kunt deze pagina sluiten; u krijgt hierover geen herinnering meer.',
    en: 'Your answer has arrived. You can close this page; you will get no more reminders about it.',
  },
  closed: { nl: 'Deze vraag is gesloten', en: 'This question is closed' },
  closedAbout: {
    nl: ({ until }: { until: string }) => `Antwoorden kon tot en met ${longDay('nl', until)}. U hoeft niets te doen.`,
    en: ({ until }: { until: string }) => `Answers were taken up to ${longDay('en', until)}. You need not do anything.`,
  },
  stopped: { nl: 'Niet meer nodig', en: 'No longer needed' },
  stoppedAbout: {
    nl: 'Over deze cliënt hoeft u niets meer te beantwoorden.',
    en: 'There is nothing more to answer about this client.',
  },
} satisfies Words
