import { AsyncLocalStorage } from 'node:async_hooks'
import { pino } from 'pino'
import { plainError, withoutValues } from './plain-error'

// Names and contact details are never logged on purpose; these keys are struck out in case one slips into an object.
const SECRET = ['password', 'secret', 'token', 'authorization', 'cookie', 'connectionString', 'url', 'body']
const PERSONAL = ['name', 'surname', 'initials', 'email', 'phone', 'number', 'bornOn', 'address']
const keys = [...SECRET, ...PERSONAL]

// Errors quote what they are about: a statement's arguments, a row that breaks a rule, a text that is no JSON.
const plain = (said: unknown) =>
  said instanceof Error ? plainError(said) : typeof said === 'string' ? withoutValues(said) : said

/** What a line belongs to: a request, or a job of the queue. */
type Marks = { readonly requestId: string } | { readonly job: string; readonly jobId: string }

// The pages are built into a file of their own, and have this module a second time: both ask the same storage.
const shared = globalThis as { [key: symbol]: AsyncLocalStorage<Marks> | undefined }
const MARKS = Symbol.for('koppel.log.marks')
shared[MARKS] ??= new AsyncLocalStorage<Marks>()
const marks = shared[MARKS]

/** Does something of which each line of the log is to say what it belongs to. */
export const marked = <T>(as: Marks, run: () => T): T => marks.run(as, run)

const { KOPPEL_MODE, NODE_ENV, LOG_LEVEL } = process.env
/** What runs in earnest is not to be silenced. */
const LEVEL = (KOPPEL_MODE || NODE_ENV) === 'production' ? 'info' : LOG_LEVEL || 'info'

/** What the process has to say to whoever runs it: one JSON line an event, on stderr. */
export const log = pino(
  {
    level: LEVEL,
    base: null,
    mixin: () => ({ ...marks.getStore() }),
    serializers: { err: plain, error: plain, reason: plain },
    hooks: {
      // an error that comes without a word of ours would be said in its own
      logMethod(said, method) {
        const [what, text] = said
        const error = what instanceof Error ? what : (what as { err?: unknown } | null)?.err
        if (text === undefined && error instanceof Error) method.call(this, { err: error }, 'something went wrong')
        else method.apply(this, said)
      },
    },
    redact: { paths: keys.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), censor: '[redacted]' },
  },
  pino.destination({ dest: 2, sync: true }),
)
