import { EnvironmentError, environment, inEarnest, strangers } from '../../../app/platform/environment'
import { VARIABLES } from '../../../app/platform/variables'
import { answer, type Command, refusedAnswer } from '../command'

/** Each variable as it is set here; of a secret only that it is, or in which file. */
const standing = (env: NodeJS.ProcessEnv) =>
  Object.entries(VARIABLES).map(([name, variable]) => {
    const value = env[name]?.trim() || null
    const hidden = value !== null && 'secret' in variable && !value.startsWith('file:')
    return { name, value: hidden ? '(secret)' : value, means: variable.means, unset: variable.unset }
  })

export const configCommand: Command = {
  words: ['config'],
  about:
    'the variables of the environment: what each is for, what is set here, and whether npm start would begin with it',
  run: async ({ home }) => {
    const variables = standing(process.env)
    const unknown = strangers(process.env).map(({ name }) => name)
    try {
      const { mode } = environment({ ...inEarnest(process.env), KOPPEL_HOME: home })
      return answer({ mode, home, variables, unknown })
    } catch (error) {
      if (!(error instanceof EnvironmentError)) throw error
      return refusedAnswer('environment', error.message, { variables, unknown })
    }
  },
}
