import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { rounded } from '../../../app/protocol/rounding'
import { todayOf } from '../../../app/records/clock'
import { studyFindings } from '../../../app/records/report/findings'
import { studyReport } from '../../../app/records/report/report'
import { reportShown } from '../../../app/records/report/shown'
import { choiceOption } from '../arguments'
import { answer, type Command } from '../command'
import { withStudy } from '../session'

export const reportCommand: Command = {
  words: ['report'],
  options: { html: { value: 'FILE' }, language: { value: 'nl|en' } },
  about:
    'what the study came to: flow, rates, scores, pairs, outcomes, attrition and sample, beside what was published',
  run: (given) => {
    const language = choiceOption(given, 'language', ['nl', 'en'])
    return withStudy(given, async ({ databases: { study: db }, study }) => {
      const found = await studyFindings(db, study, { on: await todayOf(db, study.id), answers: true })
      const value = rounded({ study: study.code, ...(await studyReport(db, study, found)) }, 6)
      const html = given.option('html')
      if (html === undefined) return answer(value)
      const file = resolve(html)
      // drawing takes React: no other command needs to wait for it
      const { reportDocument } = await import('../report/document')
      // whoever owns the home can see everything that is in it
      const shown = await reportShown(db, study, found, { answers: true, small: true })
      await writeFile(file, reportDocument(study, shown, language))
      return answer({ ...value, file })
    })
  },
}
