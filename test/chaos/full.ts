// `npm run chaos`: 2,000 messages and 200 kills on each backend; a JSON report on stdout, a table on stderr, 1 when anything broke.
import { parseArgs } from 'node:util'
import { needs } from '../require'
import { OVER_THE_CHANGE } from './plan'
import type { Report } from './report'
import { chaos } from './run'

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
    backend: { type: 'string', multiple: true, default: ['postgres', 'redis'] },
    clients: { type: 'string', default: '2700' },
    kills: { type: 'string', default: '200' },
    restarts: { type: 'string', default: '10' },
  },
})

const redis = needs('redis-server')
const reports: Report[] = []
for (const backend of values.backend as ('postgres' | 'redis')[]) {
  if (backend === 'redis' && !redis) {
    console.error('redis-server is not installed: that half is left out')
    continue
  }
  console.error(`${backend}, seed ${values.seed}`)
  const clients = Number(values.clients)
  const much = {
    clients,
    kills: Number(values.kills),
    acts: Math.ceil(clients / 3),
    restarts: Number(values.restarts),
    flushes: 2 * Number(values.restarts),
  }
  const say = (line: string) => console.error(`  ${line}`)
  reports.push(await chaos({ ...much, backend, redis, seed: Number(values.seed), instants: OVER_THE_CHANGE, say }))
}
console.log(JSON.stringify(reports, null, 2))
console.error(reports.map(row).join('\n'))
if (reports.some(({ broken }) => broken.length > 0)) process.exitCode = 1

function row({
  backend,
  messages,
  accepted,
  twice,
  killed,
  restarts,
  flushes,
  overtaken,
  broken,
  seconds,
}: Report): string {
  const counts = `${messages} messages, accepted ${accepted} times, ${twice} twice; ${killed} workers killed`
  const shakes = `${restarts} restarts of the database, ${flushes} times Redis emptied`
  const late = `${overtaken.count} overtaken by at most ${overtaken.most} ms`
  return `${backend}: ${counts}, ${shakes}; ${late}; ${broken.length} invariants broken; ${seconds} s`
}
