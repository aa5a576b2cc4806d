import { rounded } from '../../../app/protocol/rounding'
import { secondEntryShare } from '../../../app/records/paper/share'
import { agreementOfEntries } from '../../../app/records/paper/work'
import { answer, type Command } from '../command'
import { withStudy } from '../session'

export const agreementCommand: Command = {
  words: ['agreement'],
  about: 'how far answers from paper that two people typed in are equal (agreement and Cohen’s kappa)',
  run: (given) =>
    withStudy(given, async ({ databases: { study: db }, study }) => {
      const { papers, n, equal, share, kappa } = await agreementOfEntries(db, study)
      const percent = await secondEntryShare(db, study.id)
      return answer(rounded({ study: study.code, percent, papers, n, equal, share, kappa }, 6))
    }),
}
