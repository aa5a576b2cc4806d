import type { Instrument, Item, Words } from '../study'
import { addiction } from './addiction'
import { ALLIANCE_POINTS, sevenSteps } from './agreement'
import { choice, inBlock, when, yesNo, yesNoUnknown } from './choices'
import { competence } from './competence'
import { INSTRUMENTS } from './names'

/** One yes-or-no question for each: of several answers, each is a value of its own. */
const each = (texts: Readonly<Record<string, Words>>, more?: Pick<Item, 'askedWhen'>): Item[] =>
  Object.entries(texts).map(([code, text]) => choice(code, text, yesNoUnknown, more))

const changed: readonly Item[] = [
  choice(
    'same_supervisor',
    {
      nl: 'Was u bij de eerste meting ook al de toezichthouder van deze cliënt?',
      en: 'Were you the supervisor of this client at the first measurement too?',
    },
    yesNo,
  ),
  ...each({
    work_changed: { nl: 'Is het werk van de cliënt veranderd?', en: 'Has the client’s work changed?' },
    living_changed: {
      nl: 'Is de woonsituatie van de cliënt veranderd?',
      en: 'Has the client’s living situation changed?',
    },
    legal_framework_changed: { nl: 'Is het juridische kader veranderd?', en: 'Has the legal framework changed?' },
  }),
  ...addiction,
  competence,
]

/** With whom a risk was talked about is asked of a risk that was not denied. */
const NOT_DENIED = [4, 5, 6, 7] as const

const risk: readonly Item[] = [
  {
    code: 'risk_raised',
    kind: 'agreement',
    min: 1,
    max: ALLIANCE_POINTS,
    required: true,
    text: {
      nl: 'Het risico op een nieuw delict was in de afgelopen maanden verhoogd.',
      en: 'In the past months the risk of a new offence was raised.',
    },
  },
  ...each(
    {
      risk_with_client: {
        nl: 'Heeft u daarover gepraat met de cliënt?',
        en: 'Did you talk about that with the client?',
      },
      risk_with_network: {
        nl: 'Heeft u daarover gepraat met familie of vrienden van de cliënt?',
        en: 'Did you talk about that with family or friends of the client?',
      },
      risk_with_professionals: {
        nl: 'Heeft u daarover gepraat met andere hulpverleners?',
        en: 'Did you talk about that with other professionals?',
      },
      risk_with_practice_sup: {
        nl: 'Heeft u daarover gepraat met uw praktijkbegeleider?',
        en: 'Did you talk about that with your practice supervisor?',
      },
      risk_with_authority: {
        nl: 'Heeft u daarover gepraat met de opdrachtgever?',
        en: 'Did you talk about that with the commissioning authority?',
      },
    },
    when('risk_raised', ...NOT_DENIED),
  ),
]

const events: readonly Item[] = each({
  event_lost_work: { nl: 'Is de cliënt werk kwijtgeraakt?', en: 'Did the client lose work?' },
  event_lost_home: { nl: 'Is de cliënt de woning kwijtgeraakt?', en: 'Did the client lose the home?' },
  event_lost_partner: { nl: 'Is de cliënt een partner kwijtgeraakt?', en: 'Did the client lose a partner?' },
  event_death: { nl: 'Is er iemand overleden die de cliënt na stond?', en: 'Did somebody close to the client die?' },
  event_illness: {
    nl: 'Werd de cliënt of iemand die de cliënt na staat ernstig ziek?',
    en: 'Did the client or somebody close to the client fall seriously ill?',
  },
  event_moved: { nl: 'Is de cliënt verhuisd?', en: 'Did the client move?' },
})

/** What the supervisor saw change since the first measurement (protocol §7.2). */
export const changesSupervisor: Instrument = {
  name: INSTRUMENTS.changesSupervisor,
  version: 1,
  perspective: 'supervisor',
  title: { nl: 'Wat er veranderd is', en: 'What has changed' },
  agreement: sevenSteps,
  blocks: [
    { name: 'changes', title: { nl: 'Sinds de eerste meting', en: 'Since the first measurement' }, order: 'fixed' },
    { name: 'risk', title: { nl: 'Risico op een nieuw delict', en: 'Risk of a new offence' }, order: 'fixed' },
    {
      name: 'life_events',
      title: { nl: 'Gebeurtenissen', en: 'Life events' },
      intro: {
        nl: 'Het gaat om de tijd sinds de eerste meting.',
        en: 'This is about the time since the first measurement.',
      },
      order: 'fixed',
    },
  ],
  items: [...inBlock('changes', changed), ...inBlock('risk', risk), ...inBlock('life_events', events)],
}
