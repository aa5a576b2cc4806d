import type { Item } from '../study'
import { ALLIANCE_POINTS } from './agreement'

/** How able the supervisor feels, at both waves (protocol §7.2). */
export const competence: Item = {
  code: 'competence',
  kind: 'agreement',
  min: 1,
  max: ALLIANCE_POINTS,
  text: {
    nl: 'Ik kan en weet genoeg om deze cliënt goed te begeleiden.',
    en: 'I have the skills and knowledge to supervise this client well.',
  },
}
