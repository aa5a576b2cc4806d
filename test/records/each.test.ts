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

test('one that fails keeps no other from its turn, and is thrown at the end', async () => {
  const ended: number[] = []
  const rows = Array.from({ length: 20 }, (_, row) => row)
  const failing = each(rows, async (row) => {
    await pause()
    if (row === 1) throw new Error('row 1')
    ended.push(row)
    return done(null)
  })
  await expect(failing).rejects.toThrow('row 1')
  expect(ended.sort((a, b) => a - b)).toEqual(rows.filter((row) => row !== 1))
})

test('when very many fail the rest waits for the next round', async () => {
  let begun = 0
  const failing = each(
    Array.from({ length: 1_000 }, (_, row) => row),
    async () => {
      begun += 1
      await pause()
      throw new Error('the database is away')
    },
  )
  await expect(failing).rejects.toThrow(/of 1000 cases failed/)
  expect(begun).toBeLessThan(100)
})
