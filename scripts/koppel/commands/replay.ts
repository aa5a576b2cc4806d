import { DEFAULT_STUDY } from '../../../app/protocol/studies/registry'
import { readCohort } from '../../../jobs/replay/cohort'
import { replay } from '../../../jobs/replay/replay'
import { report } from '../../../jobs/replay/report'
import { dayOption } from '../arguments'
import { answer, type Command } from '../command'
import { withSession } from '../session'
import { refusalAnswer, rowSentence } from '../words'

export const replayCommand: Command = {
  words: ['replay'],
  parameters: ['DIR'],
  options: { until: { value: 'DAY' } },
  about: 'a new study from the files of a cohort, played day by day; the same command continues an unfinished one',
  run: async (given) => {
    const [folder = ''] = given.parameters
    const until = dayOption(given, 'until')
    // A file that cannot be used is found before a database is opened for it.
    const { numbers } = readCohort(folder)
    return withSession(given, async ({ desk }) => {
      const played = await replay(desk, { folder, protocol: DEFAULT_STUDY, ...(until && { until }) })
      if (!played.ok) return refusalAnswer(played.refusal)
      const { study, playedTo, finished } = played.value
      const { refused, ...found } = await report(desk, study, numbers, playedTo)
      const rows = refused.map((row) => ({ ...row, message: rowSentence(row.code) }))
      return answer({
        study: study.code,
        played_to: playedTo,
        finished,
        ...found,
        refused_count: rows.length,
        refused: rows,
      })
    })
  },
}
