import { DEVIATION_KINDS, DEVIATION_STATES, DEVIATIONS } from '../../../app/protocol/deviations'
import { deviationCounts, deviations } from '../../../app/records/deviations/list'
import { choiceOption } from '../arguments'
import { answer, type Command } from '../command'
import { withStudy } from '../session'

export const deviationsCommand: Command = {
  words: ['deviations'],
  options: { state: { value: DEVIATION_STATES.join('|') }, kind: { value: 'KIND' } },
  about: 'what went otherwise than the protocol says, with what was decided on it',
  run: (given) => {
    const state = given.option('state') === undefined ? undefined : choiceOption(given, 'state', DEVIATION_STATES)
    const kind = given.option('kind') === undefined ? undefined : choiceOption(given, 'kind', DEVIATION_KINDS)
    return withStudy(given, async ({ databases: { study: db }, study }) => {
      const { items } = await deviations(db, study.id, { state, kind })
      const listed = items.map(({ id: _, ...one }) => ({ ...one, cite: DEVIATIONS[one.kind].cite }))
      return answer({ study: study.code, counts: await deviationCounts(db, study.id), deviations: listed })
    })
  },
}
