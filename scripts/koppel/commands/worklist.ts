import { mondayOf } from '../../../app/protocol/appointments/week'
import { addDays } from '../../../app/protocol/day'
import { WORK_STATES } from '../../../app/protocol/work'
import { todayOf } from '../../../app/records/clock'
import { worklist } from '../../../app/records/worklist'
import { choiceOption, dayOption } from '../arguments'
import { answer, type Command } from '../command'
import { withStudy } from '../session'

export const worklistCommand: Command = {
  words: ['worklist'],
  options: {
    on: { value: 'DAY' },
    role: { value: 'coordinator|interviewer' },
    location: { value: 'NAME' },
    state: { value: WORK_STATES.join('|') },
  },
  flags: ['week'],
  about: 'what is open, due, overdue or closing on a day; with --week what falls due in its week',
  run: (given) => {
    const role = choiceOption(given, 'role', ['coordinator', 'interviewer'])
    const day = dayOption(given, 'on')
    const state = given.option('state') === undefined ? undefined : choiceOption(given, 'state', WORK_STATES)
    const location = given.option('location')
    return withStudy(given, async ({ databases: { study: db }, study }) => {
      const today = await todayOf(db, study.id)
      const on = day ?? today
      const monday = mondayOf(on)
      const week = given.flag('week') ? { from: monday, until: addDays(monday, 6) } : undefined
      const found = await worklist(
        db,
        { study, actor: 'system', today },
        {
          on,
          role,
          locations: location === undefined ? undefined : [location],
          states: state && [state],
          due: week,
          limit: null,
        },
      )
      // a month is what a reconciliation is about; nothing else has one
      const items = found.items.map(({ month, ...item }) => (month === null ? item : { ...item, month }))
      return answer({ study: study.code, ...found, ...(week && { week }), items })
    })
  },
}
