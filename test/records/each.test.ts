import { expect, test } from 'vitest'
import { done, refuse } from '../../app/protocol/refusal'
import { each } from '../../app/records/sweeps/each'

const pause = () => new Promise<void>((resolve) => setImmediate(resolve))

test('rows are begun in their order, a few side by side, and counted when they went through', async () => {
  const begun: number[] = []
  let [now, most] = [0, 0]
  const rows = Array.from({ length: 20 }, (_, row) => row)
  const count = await each(rows, async (row) => {
    begun.push(row)
    now += 1
    most = Math.max(most, now)
    await pause()
    now -= 1
    return row % 2 ? done(null) : refuse('already_replied')
  })
  expect([count, begun, most > 1 && most < rows.length]).toEqual([10, rows, true])
  expect(await each([], async () => done(null))).toBe(0)
})

test('one that fails keeps those after it from being begun; those under way come to their end first', async () => {
  const ended: number[] = []
  const rows = Array.from({ length: 20 }, (_, row) => row)
  const failing = each(rows, async (row) => {
    await pause()
    if (row === 1) throw new Error('row 1')
    await pause()
    ended.push(row)
    return done(null)
  })
  await expect(failing).rejects.toThrow('row 1')
  expect(ended.length).toBeGreaterThan(0)
  expect(ended.length).toBeLessThan(rows.length - 1)
})
