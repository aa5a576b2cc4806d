import { resolve } from 'node:path'
import { derive } from '../../../app/platform/secrets'
import { todayOf } from '../../../app/records/clock'
import { askedEver } from '../../../app/records/instruments/asked-ever'
import { noteRelease } from '../../../app/records/released'
import { release } from '../../../jobs/release'
import { UsageError } from '../arguments'
import { answer, type Command } from '../command'
import { withStudy } from '../session'

export const releaseCommand: Command = {
  words: ['release'],
  parameters: ['DIR'],
  options: { for: { value: 'PURPOSE' } },
  about: 'write what may be released: one row a dyad as CSV, and its codebook',
  run: (given) =>
    withStudy(given, async ({ databases, prepared, study }) => {
      const folder = resolve(given.parameters[0] ?? '')
      const purpose = purposeOf(given.option('for') ?? 'analysis')
      if (purpose === '') throw new UsageError('--for says nothing')
      // another purpose, other pseudonyms: two of them cannot be put together (§6)
      const key = derive(prepared.secret, `release:${study.id}:${purpose}`)
      const followedTo = await todayOf(databases.study, study.id)
      // written down before there is a file: a release that nobody knows of cannot be
      await noteRelease(databases.study, { study, actor: 'system', today: followedTo }, purpose)
      const asked = await askedEver(databases.study, study)
      const written = await release({ analyst: databases.analyst, study, asked, key, followedTo }, folder)
      return answer({ study: study.code, for: purpose, folder, ...written })
    }),
}

/** The purpose, however it is spaced or capitalised: a slip in that must not make it another one. */
const purposeOf = (typed: string): string => typed.trim().replace(/\s+/g, ' ').toLowerCase()
