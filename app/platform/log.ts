import { pino } from 'pino'

// Names and contact details are never logged on purpose; these keys are struck out in case one slips into an object.
const SECRET = ['password', 'secret', 'token', 'authorization', 'cookie', 'connectionString', 'url']
const PERSONAL = ['name', 'surname', 'initials', 'email', 'phone', 'number', 'bornOn', 'address']
const keys = [...SECRET, ...PERSONAL]

/** What the process has to say to whoever runs it: one JSON line an event, on stderr, as of LOG_LEVEL (info). */
export const log = pino(
  {
    level: process.env.LOG_LEVEL || 'info',
    base: null,
    redact: { paths: keys.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), censor: '[redacted]' },
  },
  pino.destination({ dest: 2, sync: true }),
)
