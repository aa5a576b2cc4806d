import { FOLLOW_UP_STATES } from '../../../app/protocol/follow-up'
import { todayOf } from '../../../app/records/clock'
import { followedTo, sourcesKnown } from '../../../app/records/follow-up/known-to'
import { followedUp, followUpCounts } from '../../../app/records/follow-up/list'
import { choiceOption, UsageError } from '../arguments'
import { answer, type Command } from '../command'
import { withStudy } from '../session'

export const followUpCommand: Command = {
  words: ['followup'],
  options: { state: { value: FOLLOW_UP_STATES.join('|') }, weeks: { value: 'N' } },
  about: 'of whom the register has to say how supervision went: who is due, who lacks it, of whom it is known',
  run: (given) => {
    const state = given.option('state') === undefined ? undefined : choiceOption(given, 'state', FOLLOW_UP_STATES)
    const asked = given.option('weeks')
    if (asked !== undefined && !/^\d{1,3}$/.test(asked)) throw new UsageError('--weeks takes a whole number')
    const within = asked === undefined ? {} : { weeks: Number(asked) }
    return withStudy(given, async ({ databases: { study: db }, study }) => {
      const occasion = { study, today: await todayOf(db, study.id) }
      const sources = await sourcesKnown(db, study.id)
      const { items } = await followedUp(db, occasion, { state, ...within })
      return answer({
        study: study.code,
        on: occasion.today,
        followed_to: await followedTo(db, occasion),
        sources: sources.map(({ source, knownTo, importId, importedOn }) => ({
          source,
          known_to: knownTo,
          import: importId,
          imported_on: importedOn,
        })),
        counts: (await followUpCounts(db, occasion, within)).counts,
        participants: items.map(({ registrationId: _, startedOn, heardOn, ...one }) => ({
          ...one,
          started_on: startedOn,
          heard_on: heardOn,
        })),
      })
    })
  },
}
