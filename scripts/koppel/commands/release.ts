import { resolve } from 'node:path'
import { derive } from '../../../app/platform/secrets'
import { todayOf } from '../../../app/records/clock'
import { release } from '../../../jobs/release'
import { answer, type Command } from '../command'
import { withStudy } from '../session'

export const releaseCommand: Command = {
  words: ['release'],
  parameters: ['DIR'],
  about: 'write what may be released: one row a dyad as CSV, and its codebook',
  run: (given) =>
    withStudy(given, async ({ databases, prepared, study }) => {
      const folder = resolve(given.parameters[0] ?? '')
      const key = derive(prepared.secret, `release:${study.id}`)
      const followedTo = await todayOf(databases.study, study.id)
      return answer({
        study: study.code,
        folder,
        ...(await release({ analyst: databases.analyst, study, key, followedTo }, folder)),
      })
    }),
}
