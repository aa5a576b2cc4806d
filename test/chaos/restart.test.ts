import { afterAll, expect, test, vi } from 'vitest'
import { retrying } from '../../app/platform/retry'
import { startCluster } from './cluster'

vi.hoisted(() => {
  process.env.LOG_LEVEL = 'silent'
})

const cluster = await startCluster()
afterAll(cluster.stop)

test.each(['fast', 'immediate'] as const)('transactions outlive a restart of the database: %s', async (mode) => {
  const { study } = cluster
  const code = (turn: number, line: number) => `${mode}-${line}-${turn}`
  let restarted = false
  const line = async (_: unknown, place: number) => {
    let turns = 0
    for (; !restarted || turns < 3; turns++) {
      const data = { id: crypto.randomUUID(), code: code(turns, place), protocol: 'werkalliantie', name: '' }
      // its connection may break after the commit: the code is the key that makes it happen once
      await retrying(() => study.$transaction((tx) => tx.study.createMany({ data, skipDuplicates: true })))
    }
    return turns
  }
  const lines = Array.from({ length: 4 }).map(line)
  await cluster.restart(mode)
  restarted = true
  const turns = (await Promise.all(lines)).reduce((sum, one) => sum + one, 0)
  expect(await study.study.count({ where: { code: { startsWith: mode } } })).toBe(turns)
})
