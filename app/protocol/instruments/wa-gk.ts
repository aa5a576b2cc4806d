import type { Block, Instrument } from '../study'
import { ALLIANCE_POINTS, sevenSteps } from './agreement'
import { clientStatements } from './alliance-client'
import { supervisorSingles, supervisorStatements } from './alliance-supervisor'
import { mark } from './mark'
import { INSTRUMENTS } from './names'
import { agreementItems, probation } from './setting'

/** The statements come in an order of each respondent's own, the mark after them (protocol §3). */
const blocks: readonly Block[] = [
  { name: 'alliance', title: { nl: 'Hoe u samenwerkt', en: 'How you work together' }, order: 'random' },
  { name: 'mark', title: { nl: 'Een rapportcijfer', en: 'A mark' }, order: 'fixed' },
]

const client: Instrument = {
  name: INSTRUMENTS.client,
  version: 1,
  perspective: 'client',
  title: { nl: 'Vragen over u en uw toezichthouder', en: 'Questions about you and your supervisor' },
  agreement: sevenSteps,
  blocks,
  items: [...agreementItems(clientStatements, probation, ALLIANCE_POINTS), mark('client', probation)],
}

const supervisor: Instrument = {
  name: INSTRUMENTS.supervisor,
  version: 1,
  perspective: 'supervisor',
  title: { nl: 'Vragen over u en deze cliënt', en: 'Questions about you and this client' },
  agreement: sevenSteps,
  blocks,
  items: [
    ...agreementItems([...supervisorStatements, ...supervisorSingles], probation, ALLIANCE_POINTS),
    mark('supervisor', probation),
  ],
}

/** The alliance questionnaire of the study in our own wording (protocol §7). */
export const waGk: readonly Instrument[] = [client, supervisor]
