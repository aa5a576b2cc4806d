import { todayOf } from '../../../app/records/clock'
import { type Flow, flow, flowBy } from '../../../app/records/flow'
import { choiceOption, dayOption } from '../arguments'
import { answer, type Command } from '../command'
import { withStudy } from '../session'

export const flowCommand: Command = {
  words: ['flow'],
  options: { on: { value: 'DAY' }, by: { value: 'location|region' } },
  about: 'the recruitment flow of a study on a day with every reason, counted from its live rows',
  run: (given) => {
    const on = dayOption(given, 'on')
    const by = given.option('by') === undefined ? null : choiceOption(given, 'by', ['location', 'region'])
    return withStudy(given, async ({ databases: { study: db }, study }) => {
      const part = { on: on ?? (await todayOf(db, study.id)) }
      if (!by) return answer({ study: study.code, ...(await flow(db, study, part)) })
      const found = await flowBy(db, study, part, by)
      const parts = Object.entries(found.by).map(([name, one]) => [name, withoutDay(one)])
      return answer({ study: study.code, ...found.whole, by: { [by]: Object.fromEntries(parts) } })
    })
  },
}

const withoutDay = ({ on: _, ...rest }: Flow) => rest
