import type { Instrument, Item } from '../study'
import { ageBands, changesCounted, choice, gate, genders, howSteps, inBlock, when, yesNo } from './choices'
import { INSTRUMENTS } from './names'
import { situation } from './situation'

const you: readonly Item[] = [
  choice('gender', { nl: 'Bent u een man of een vrouw?', en: 'Are you a man or a woman?' }, genders),
  choice('age_band', { nl: 'Hoe oud bent u?', en: 'How old are you?' }, ageBands),
  ...situation,
]

const before: readonly Item[] = [
  gate(
    'earlier_supervision',
    { nl: 'Heeft u al eens eerder toezicht gehad?', en: 'Have you had supervision before?' },
    yesNo,
  ),
  choice(
    'earlier_supervision_how',
    { nl: 'Hoe was dat eerdere toezicht?', en: 'How was that earlier supervision?' },
    howSteps,
    when('earlier_supervision', 1),
  ),
  gate(
    'supervisor_changes',
    {
      nl: 'Kreeg u in dit toezicht al eens een andere toezichthouder?',
      en: 'Have you been given another supervisor in this supervision?',
    },
    changesCounted,
  ),
  choice(
    'supervisor_change_how',
    { nl: 'Hoe ging de laatste wisseling?', en: 'How did the last change go?' },
    howSteps,
    when('supervisor_changes', 1, 2, 3),
  ),
  gate('detained', { nl: 'Heeft u wel eens vastgezeten?', en: 'Have you ever been detained?' }, [
    { code: 0, name: 'never', label: { nl: 'Nee', en: 'No' } },
    { code: 1, name: 'once', label: { nl: 'Ja, één keer', en: 'Yes, once' } },
    { code: 2, name: 'more_often', label: { nl: 'Ja, vaker', en: 'Yes, more often' } },
  ]),
  choice(
    'detention_staff_how',
    { nl: 'Hoe was het personeel daar?', en: 'How were the staff there?' },
    howSteps,
    when('detained', 1, 2),
  ),
  gate('court_case', { nl: 'Heeft u een rechtszaak gehad?', en: 'Have you had a court case?' }, yesNo),
  choice(
    'court_case_how',
    { nl: 'Hoe was die rechtszaak?', en: 'How was that court case?' },
    howSteps,
    when('court_case', 1),
  ),
  gate('community_service', { nl: 'Heeft u een werkstraf gehad?', en: 'Have you done community service?' }, yesNo),
  choice(
    'community_service_how',
    { nl: 'Hoe was die werkstraf?', en: 'How was that community service?' },
    howSteps,
    when('community_service', 1),
  ),
  gate(
    'advice_report',
    {
      nl: 'Heeft de reclassering een adviesrapport over u gemaakt?',
      en: 'Has probation written an advice report about you?',
    },
    yesNo,
  ),
  choice(
    'adviser_how',
    { nl: 'Hoe was de adviseur die dat rapport maakte?', en: 'How was the adviser who wrote that report?' },
    howSteps,
    when('advice_report', 1),
  ),
]

/** Who the client is and what went before, asked at the first interview (protocol §7.2). */
export const backgroundClient: Instrument = {
  name: INSTRUMENTS.backgroundClient,
  version: 1,
  perspective: 'client',
  title: { nl: 'Vragen over uzelf', en: 'Questions about yourself' },
  agreement: [],
  blocks: [
    { name: 'you', title: { nl: 'Over u', en: 'About you' }, order: 'fixed' },
    {
      name: 'before',
      title: { nl: 'Wat u heeft meegemaakt', en: 'What you have been through' },
      intro: {
        nl: 'Nu vraag ik naar dingen van vroeger. U hoeft niet te zeggen waar het om ging.',
        en: 'Now I ask about things from before. You do not have to say what it was about.',
      },
      order: 'fixed',
    },
  ],
  items: [...inBlock('you', you), ...inBlock('before', before)],
}
