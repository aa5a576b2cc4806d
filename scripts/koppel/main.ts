import { EmbeddedError } from '../../app/platform/embedded/binaries'
import { EnvironmentError } from '../../app/platform/environment'
import { MigrationError } from '../../app/platform/schema-version'
import { SealBroken } from '../../app/platform/seal'
import { BadFile } from '../../jobs/replay/decode'
import { readArguments, UsageError } from './arguments'
import { type Answer, refusedAnswer } from './command'
import { commandNamed, usage } from './commands'
import { shown } from './shown'
import { badFileSentence } from './words'

/** `out` may say when its reader has taken the text: a long answer is read off no faster than it is taken. */
type Streams = { readonly out: (text: string) => unknown; readonly err: (text: string) => void }

/**
 * The command line. With --json stdout gets exactly one JSON value; everything else goes to stderr.
 * Gives the exit code: 0 done, 1 refused (the reason as { error: { code, message, … } }), 2 called wrongly.
 */
export async function main(words: readonly string[], { out, err }: Streams): Promise<number> {
  const asked = words.includes('--json')
  if (words.some((word) => word === 'help' || word === '--help')) {
    const told = await usage()
    out(asked ? `${JSON.stringify({ usage: told })}\n` : told)
    return 0
  }
  try {
    const { command, rest } = await commandNamed(words)
    const given = readArguments(command, rest)
    const answer = await answered(() => command.run(given))
    if (answer === null) return 0
    if (given.json) for await (const text of written(answer)) await out(text)
    else if (answer.ok) out(shown(await whole(answer)))
    else err(`${answer.error.message}\n`)
    return answer.ok ? 0 : 1
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    if (asked) out(`${JSON.stringify({ error: { code: 'usage', message: error.message } })}\n`)
    err(`${error.message}\n${await usage()}`)
    return 2
  }
}

/** An answer as one JSON value on one line; long lists as they are read off, before the rest. */
async function* written(answer: Answer): AsyncGenerator<string> {
  const rest = JSON.stringify(answer.ok ? answer.value : { error: answer.error })
  const lists = Object.entries((answer.ok && answer.lists) || {})
  for (const [at, [key, list]] of lists.entries()) {
    yield `${at === 0 ? '{' : ','}${JSON.stringify(key)}:[`
    yield* list
    yield ']'
  }
  yield `${lists.length === 0 ? rest : `,${rest.slice(1)}`}\n`
}

/** An answer with its long lists in it: a table for people needs all of it to know how wide it is. */
async function whole(answer: Answer & { ok: true }): Promise<unknown> {
  if (!answer.lists) return answer.value
  let text = ''
  for await (const piece of written(answer)) text += piece
  return JSON.parse(text)
}

/** How Node and PostgreSQL say that nobody answers at an address, or that we may not come in. */
const UNREACHABLE = new Set(
  'ECONNREFUSED ECONNRESET ENOTFOUND EAI_AGAIN EHOSTUNREACH ETIMEDOUT 28000 28P01 3D000'.split(' '),
)
const CHECK = 'Check the address, user and password in DATABASE_URL, and that its server runs.'

const KEYS = 'Check KOPPEL_SECRET, KOPPEL_KEYRING and the file keyring of the home.'

/** What a person can mend comes as a refusal; anything else is a defect and throws. */
async function answered(run: () => Promise<Answer | null>): Promise<Answer | null> {
  try {
    return await run()
  } catch (error) {
    if (error instanceof BadFile) {
      const { file, code, columns } = error
      return refusedAnswer(code, badFileSentence(error), { file, columns })
    }
    if (error instanceof EnvironmentError) return refusedAnswer('environment', error.message)
    if (error instanceof MigrationError) return refusedAnswer('migration', error.message)
    if (error instanceof SealBroken)
      return refusedAnswer('seal_broken', `A sealed value does not open: ${error.message}. ${KEYS}`)
    if (error instanceof EmbeddedError) return refusedAnswer('database', error.message)
    const { code } = error as { code?: string }
    if (code && UNREACHABLE.has(code))
      return refusedAnswer('database', `The database did not let us in (${code}). ${CHECK}`)
    throw error
  }
}
