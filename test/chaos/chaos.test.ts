import { expect, test, vi } from 'vitest'
import { needs } from '../require'
import { OVER_THE_CHANGE } from './plan'
import { chaos } from './run'

vi.hoisted(() => {
  process.env.LOG_LEVEL = 'silent' // of a database that goes away under it the test says enough
})

const redis = needs('redis-server')
const seed = Number(process.env.KOPPEL_CHAOS_SEED ?? 20_270_328)
const short = { seed, clients: 200, kills: 20, acts: 60, restarts: 3, flushes: 3 }
const instants = [OVER_THE_CHANGE[0], OVER_THE_CHANGE[2], OVER_THE_CHANGE[4]]

// the short form of `npm run chaos`
test.each(redis ? (['postgres', 'redis'] as const) : (['postgres'] as const))(
  'on %s no message is lost, sent needlessly or sent to anybody twice a day, whatever is killed meanwhile',
  async (backend) => {
    const report = await chaos({ ...short, backend, redis, instants })
    expect(report.broken, JSON.stringify(report)).toEqual([])
    expect(report.killed).toBeGreaterThanOrEqual(short.kills)
    expect(report.messages, JSON.stringify(report)).toBeGreaterThan(short.clients / 2)
  },
)
