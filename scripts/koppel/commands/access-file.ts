import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { accessHtml } from '../../../app/exports/access-file'
import { namedOfClient } from '../../../app/identity/held-of-client'
import { readPseudonym } from '../../../app/protocol/pseudonym'
import { todayOf } from '../../../app/records/clock'
import { heldOfClient } from '../../../app/records/held-of-client'
import { whoseIs } from '../../../app/records/whose'
import { accessFile } from '../../../app/routes/access.$pseudonym/file'
import { choiceOption } from '../arguments'
import { answer, type Command, refusedAnswer } from '../command'
import { withStudy } from '../session'
import { refusalAnswer } from '../words'

export const accessFileCommand: Command = {
  words: ['access-file'],
  parameters: ['PSEUDONYM', 'FILE'],
  options: { for: { value: 'PURPOSE', required: true }, language: { value: 'nl|en' } },
  about: 'everything held about one client, as one file to give to them; with --json also as JSON',
  run: (given) =>
    withStudy(given, async ({ databases, desk, study }) => {
      const [typed = '', path = ''] = given.parameters
      const read = readPseudonym(typed)
      const whose = read.ok ? await whoseIs(databases.study, study, read.value) : null
      if (whose?.person !== 'client') return refusedAnswer('unknown_client', `There is no client ${typed}.`)
      const occasion = { study, actor: 'system', today: await todayOf(databases.study, study.id) }
      const held = await heldOfClient(databases.study, occasion, whose.id)
      if (!held.ok) return refusalAnswer(held.refusal)
      const cases = held.value.cases.map(({ registrationId }) => registrationId)
      const purpose = given.option('for') ?? ''
      const named = await namedOfClient(desk.vault, occasion, { clientId: whose.id, cases, purpose })
      if (!named.ok) return refusalAnswer(named.refusal)
      const both = { held: held.value, named: named.value }
      const file = resolve(path)
      const html = accessHtml(accessFile(occasion, both, choiceOption(given, 'language', ['nl', 'en'])))
      // there are names in it: nobody else on this machine reads it
      writeFileSync(file, html, { mode: 0o600 })
      return answer({ study: study.code, file, ...(given.json && both) })
    }),
}
