import { pino } from 'pino'
import { plainError, withoutValues } from './plain-error'

// Names and contact details are never logged on purpose; these keys are struck out in case one slips into an object.
const SECRET = ['password', 'secret', 'token', 'authorization', 'cookie', 'connectionString', 'url']
const PERSONAL = ['name', 'surname', 'initials', 'email', 'phone', 'number', 'bornOn', 'address']
const keys = [...SECRET, ...PERSONAL]

// Errors quote what they are about: a statement's arguments, a row that breaks a rule, a text that is no JSON.
const plain = (said: unknown) =>
  said instanceof Error ? plainError(said) : typeof said === 'string' ? withoutValues(said) : said

/** What the process has to say to whoever runs it: one JSON line an event, on stderr, as of LOG_LEVEL (info). */
export const log = pino(
  {
    level: process.env.LOG_LEVEL || 'info',
    base: null,
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
