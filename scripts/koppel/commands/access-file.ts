import { resolve } from 'node:path'
import { accessHtml } from '../../../app/exports/access-file'
import { actorWith } from '../../../app/identity/accounts'
import { readPseudonym } from '../../../app/protocol/pseudonym'
import { todayOf } from '../../../app/records/clock'
import { askedOfClient } from '../../../app/records/held-of-client'
import { whoseIs } from '../../../app/records/whose'
import { accessFile } from '../../../app/routes/access.$pseudonym/file'
import { heldAbout } from '../../../app/routes/access.$pseudonym/held'
import { choiceOption } from '../arguments'
import { answer, type Command, refusedAnswer } from '../command'
import { intoOwnFile } from '../own-file'
import { withStudy } from '../session'
import { refusalAnswer } from '../words'

export const accessFileCommand: Command = {
  words: ['access-file'],
  parameters: ['PSEUDONYM', 'FILE'],
  options: { for: { value: 'PURPOSE', required: true }, by: { value: 'EMAIL' }, language: { value: 'nl|en' } },
  about: 'everything held about one client, as one new file to give to them; --by names the account that asked',
  run: async (given) => {
    const language = choiceOption(given, 'language', ['nl', 'en'])
    return withStudy(given, async ({ databases, desk, study }) => {
      const [typed = '', path = ''] = given.parameters
      const read = readPseudonym(typed)
      const whose = read.ok ? await whoseIs(databases.study, study, read.value) : null
      if (whose?.person !== 'client') return refusedAnswer('unknown_client', `There is no client ${typed}.`)
      const email = given.option('by')
      const actor = email === undefined ? 'system' : await actorWith(databases.vault, email)
      if (actor === null) return refusedAnswer('unknown_account', `There is no account ${email}.`)
      const occasion = { study, actor, today: await todayOf(databases.study, study.id) }
      const asked = { clientId: whose.id, purpose: given.option('for') ?? '', way: 'command line' } as const
      const file = resolve(path)
      return intoOwnFile(file, async () => {
        const both = await heldAbout({ vault: desk.vault, db: databases.study }, occasion, asked)
        if (!both.ok) return refusalAnswer(both.refusal)
        const questions = await askedOfClient(databases.study, study, both.value.held)
        const whole = accessFile(occasion, both.value, questions, language)
        const contents = accessHtml(whole)
        // of the file, and nothing of what is in it: what a terminal shows is logged
        const facts = { file, bytes: Buffer.byteLength(contents), sections: whole.parts.length }
        return { contents, answer: answer({ study: study.code, by: email ?? null, ...facts }) }
      })
    })
  },
}
