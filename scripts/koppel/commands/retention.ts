import { todayOf } from '../../../app/records/clock'
import { retain, retentionReport } from '../../../jobs/retention'
import { dayOption, UsageError } from '../arguments'
import { answer, type Command } from '../command'
import { withStudy } from '../session'

export const retentionCommand: Command = {
  words: ['retention'],
  options: { on: { value: 'DAY' } },
  flags: ['apply'],
  about: 'what is kept no longer than needed: how many are due of each kind; --apply erases what is due today',
  run: (given) =>
    withStudy(given, async ({ databases, desk, study }) => {
      const today = await todayOf(databases.study, study.id)
      const on = dayOption(given, 'on') ?? today
      const apply = given.flag('apply')
      // of a day to come nobody knows yet what will have happened by then
      if (apply && on !== today) throw new UsageError(`--apply is for today, ${today}`)
      const occasion = { study, actor: 'system', today: on }
      const kinds = await retentionReport(desk, occasion)
      const erased = apply ? { erased: await retain(desk, occasion, { announced: false }) } : {}
      return answer({ study: study.code, on, kinds, ...erased })
    }),
}
