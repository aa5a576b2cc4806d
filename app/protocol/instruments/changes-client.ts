import type { Instrument, Item } from '../study'
import { changesCounted, choice, gate, howSteps, when, yesNo } from './choices'
import { INSTRUMENTS } from './names'
import { situation } from './situation'

const items: readonly Item[] = [
  choice(
    'supervisor_changes',
    {
      nl: 'Kreeg u sinds het eerste interview een andere toezichthouder?',
      en: 'Were you given another supervisor since the first interview?',
    },
    changesCounted,
  ),
  ...situation,
  choice(
    'court_case',
    {
      nl: 'Heeft u sinds het eerste interview een rechtszaak gehad?',
      en: 'Have you had a court case since the first interview?',
    },
    yesNo,
  ),
  gate(
    'community_service',
    {
      nl: 'Heeft u sinds het eerste interview een werkstraf gehad?',
      en: 'Have you done community service since the first interview?',
    },
    yesNo,
  ),
  choice(
    'community_service_how',
    { nl: 'Hoe was die werkstraf?', en: 'How was that community service?' },
    howSteps,
    when('community_service', 1),
  ),
  choice(
    'motivation_change',
    {
      nl: 'Bent u nu meer of minder gemotiveerd dan aan het begin van het toezicht?',
      en: 'Are you now more or less motivated than at the start of supervision?',
    },
    [
      { code: 1, name: 'less', label: { nl: 'Minder', en: 'Less' } },
      { code: 2, name: 'same', label: { nl: 'Evenveel', en: 'The same' } },
      { code: 3, name: 'more', label: { nl: 'Meer', en: 'More' } },
    ],
  ),
]

/** What changed for the client since the first interview; "how" hangs on community service alone (protocol §7.2). */
export const changesClient: Instrument = {
  name: INSTRUMENTS.changesClient,
  version: 1,
  perspective: 'client',
  title: { nl: 'Wat er veranderd is', en: 'What has changed' },
  agreement: [],
  blocks: [{ name: 'changes', title: { nl: 'Wat er veranderd is', en: 'What has changed' }, order: 'fixed' }],
  items,
}
