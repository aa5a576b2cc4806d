import type { FormVersion } from '../../../consent-forms'
import { day } from '../../../day'
import { sections } from './tablet-1-sections'

/**
 * Our own form, each scope asked apart (protocol §6). It is valid on every day that the study's clock can show: the
 * demonstration runs in the years of the published cohort, a new cohort runs today.
 */
export const tablet1: FormVersion = {
  version: 'tablet-1',
  validFrom: day('2011-11-01'),
  validTo: null,
  cite: '§6',
  title: { nl: 'Toestemming voor het onderzoek', en: 'Consent to the study' },
  sections,
  boxes: [
    {
      box: 1,
      scope: 'take_part',
      question: { nl: 'Doet u mee aan het onderzoek?', en: 'Do you take part in the study?' },
    },
    {
      box: 2,
      scope: 'pseudonymous_processing',
      question: {
        nl: 'Mogen wij uw antwoorden onder een nummer, zonder uw naam, voor onderzoek gebruiken?',
        en: 'May we use your answers for research under a number, without your name?',
      },
    },
    {
      box: 3,
      scope: 'approach_again',
      question: {
        nl: 'Mogen wij u na zes maanden weer vragen om mee te doen?',
        en: 'May we ask you again to take part after six months?',
      },
    },
    {
      box: 4,
      scope: 'phone',
      question: {
        nl: 'Mogen wij u bellen op het nummer dat u ons geeft?',
        en: 'May we call you on the number that you give us?',
      },
      asksTelephone: true,
    },
    {
      box: 5,
      scope: 'register_linkage',
      question: {
        nl: 'Mogen wij later in het register van de reclassering kijken hoe uw toezicht is gegaan?',
        en: 'May we look in the register of the probation service later, to see how your supervision went?',
      },
    },
  ],
  capacity: {
    questions: [
      {
        code: 'about',
        text: {
          nl: 'Kan de cliënt in eigen woorden zeggen waar het onderzoek over gaat?',
          en: 'Can the client say in own words what the study is about?',
        },
      },
      {
        code: 'voluntary',
        text: {
          nl: 'Kan de cliënt zeggen dat meedoen vrij is en niets verandert aan het toezicht?',
          en: 'Can the client say that taking part is free and changes nothing in the supervision?',
        },
      },
      {
        code: 'stopping',
        text: {
          nl: 'Kan de cliënt zeggen dat stoppen altijd mag, zonder reden?',
          en: 'Can the client say that stopping is always allowed, without a reason?',
        },
      },
    ],
  },
  guardian: {
    neededBelowAge: 18,
    text: {
      nl: 'Is de cliënt jonger dan 18 of blijft iets onduidelijk, dan tekent ook een ouder, voogd of mentor.',
      en: 'If the client is under 18 or something stays unclear, a parent, guardian or legal representative signs too.',
    },
  },
  declarations: {
    client: {
      nl: 'Ik heb dit gelezen of het is mij voorgelezen, en ik kon mijn vragen stellen.',
      en: 'I have read this or it was read to me, and I could ask my questions.',
    },
    interviewer: {
      nl: 'Ik heb dit voorgelezen, vragen beantwoord en de cliënt vrij laten kiezen.',
      en: 'I have read this aloud, answered questions and left the client free to choose.',
    },
    guardian: {
      nl: 'Ik mag voor deze cliënt meebeslissen en ik ben het eens met deze antwoorden.',
      en: 'I may decide together with this client, and I agree with these answers.',
    },
  },
}
