import { flow } from '../../../app/records/flow'
import { answer, type Command } from '../command'
import { withStudy } from '../session'

export const flowCommand: Command = {
  words: ['flow'],
  about: 'the recruitment flow of a study with every reason, counted from its live rows',
  run: (given) =>
    withStudy(given, async ({ databases, study }) =>
      answer({ study: study.code, ...(await flow(databases.study, study)) }),
    ),
}
