import type { FormVersion } from '../../consent-forms'
import { day } from '../../day'

/** The short form of the talk aid: the talk needs no consent, keeping its answers does (protocol §9). */
export const talk1: FormVersion = {
  version: 'talk-1',
  validFrom: day('2011-11-01'),
  validTo: null,
  cite: '§9',
  title: { nl: 'Mogen wij uw antwoorden bewaren?', en: 'May we keep your answers?' },
  sections: [
    {
      heading: { nl: 'Waar gaat het over?', en: 'What is it about?' },
      sentences: [
        {
          nl: 'U en uw begeleider vullen allebei een lijst in en bekijken samen de antwoorden.',
          en: 'You and your professional both fill in a list and look at the answers together.',
        },
        {
          nl: 'Wij willen die antwoorden ook voor onderzoek bewaren, onder een nummer en zonder uw naam.',
          en: 'We would also like to keep those answers for research, under a number and without your name.',
        },
        {
          nl: 'Dat heet pseudoniem, en dat is niet hetzelfde als anoniem.',
          en: 'This is called pseudonymous, which is not the same as anonymous.',
        },
      ],
    },
    {
      heading: { nl: 'U bent vrij', en: 'You are free' },
      sentences: [
        {
          nl: 'Zegt u nee, dan gaat het gesprek gewoon door en bewaren wij niets voor onderzoek.',
          en: 'If you say no, the talk simply goes on and we keep nothing for research.',
        },
        {
          nl: 'Ja zeggen of nee zeggen verandert niets aan uw begeleiding.',
          en: 'Saying yes or saying no changes nothing in the help that you get.',
        },
        {
          nl: 'U mag later altijd stoppen, en dan wissen wij uw antwoorden als u dat wilt.',
          en: 'You may always stop later, and then we erase your answers if you want that.',
        },
        {
          nl: 'Wij bewaren uw antwoorden tot tien jaar na het onderzoek.',
          en: 'We keep your answers until ten years after the study.',
        },
        {
          nl: 'U kunt een klacht indienen bij de Autoriteit Persoonsgegevens.',
          en: 'You can complain to the Dutch Data Protection Authority (Autoriteit Persoonsgegevens).',
        },
      ],
    },
  ],
  boxes: [
    {
      box: 1,
      scope: 'research_storage',
      question: { nl: 'Mogen wij uw antwoorden voor onderzoek bewaren?', en: 'May we keep your answers for research?' },
    },
  ],
  capacity: {
    questions: [
      {
        code: 'about',
        text: {
          nl: 'Kan de cliënt in eigen woorden zeggen wat er met de antwoorden gebeurt?',
          en: 'Can the client say in own words what happens with the answers?',
        },
      },
      {
        code: 'voluntary',
        text: {
          nl: 'Kan de cliënt zeggen dat nee zeggen mag en niets verandert?',
          en: 'Can the client say that saying no is allowed and changes nothing?',
        },
      },
      {
        code: 'stopping',
        text: {
          nl: 'Kan de cliënt zeggen dat stoppen altijd mag?',
          en: 'Can the client say that stopping is always allowed?',
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
      nl: 'Ik heb dit uitgelegd en de cliënt vrij laten kiezen.',
      en: 'I have explained this and left the client free to choose.',
    },
    guardian: {
      nl: 'Ik mag voor deze cliënt meebeslissen en ik ben het eens met dit antwoord.',
      en: 'I may decide together with this client, and I agree with this answer.',
    },
  },
}
