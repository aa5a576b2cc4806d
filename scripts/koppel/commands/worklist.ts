import { todayOf } from '../../../app/records/clock'
import { worklist } from '../../../app/records/worklist'
import { choiceOption, dayOption } from '../arguments'
import { answer, type Command } from '../command'
import { withStudy } from '../session'

export const worklistCommand: Command = {
  words: ['worklist'],
  options: { on: { value: 'DAY' }, role: { value: 'coordinator|interviewer' } },
  about: 'what is open, due, overdue or closing on a day',
  run: (given) => {
    const role = choiceOption(given, 'role', ['coordinator', 'interviewer'])
    const on = dayOption(given, 'on')
    return withStudy(given, async ({ databases: { study: db }, study }) => {
      const today = await todayOf(db, study.id)
      const found = await worklist(db, { study, actor: 'system', today }, { on: on ?? today, role, limit: null })
      // a month is what a reconciliation is about; nothing else has one
      const items = found.items.map(({ month, ...item }) => (month === null ? item : { ...item, month }))
      return answer({ study: study.code, ...found, items })
    })
  },
}
