import { randomBytes } from 'node:crypto'
import { ROLES } from '../../../app/access/roles'
import { createAccount } from '../../../app/identity/accounts'
import { choiceOption, UsageError } from '../arguments'
import { answer, type Command } from '../command'
import { withSession } from '../session'
import { refusalAnswer } from '../words'

export const accountAdd: Command = {
  words: ['account', 'add'],
  parameters: ['EMAIL'],
  options: {
    name: { value: 'NAME', required: true },
    role: { value: ROLES.join('|'), required: true },
    language: { value: 'nl|en' },
  },
  about: 'make an account; its password is made here and shown once',
  run: async (given) => {
    const [email = ''] = given.parameters
    if (!/^\S+@\S+$/.test(email)) throw new UsageError('EMAIL is no address')
    const role = choiceOption(given, 'role', ROLES)
    const language = choiceOption(given, 'language', ['nl', 'en'])
    const name = given.option('name') ?? ''
    const password = randomBytes(15).toString('base64url')
    return withSession(given, async ({ databases }) => {
      const made = await createAccount(databases.vault, { email, name, role, language, password }, 'system')
      return made.ok ? answer({ email, role, password }) : refusalAnswer(made.refusal)
    })
  },
}
