import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Given } from '../../../app/protocol/study'
import { cameTo } from '../../../app/records/entries/changes'
import { historyOf } from '../../../app/records/entries/history'
import { standingOf } from '../../../app/records/entries/standing'
import type { Draft } from '../../../app/records/entries/take-in'
import { freshDatabase } from '../../database'
import { must, namedWorld } from '../../world'
import { device, handIn, measurementOf } from './course'

const database = await freshDatabase()

const ITEMS = ['i01', 'i04', 'mark', 'detained', 'detention_staff_how'] as const
const answers: fc.Arbitrary<Given> = fc.dictionary(
  fc.constantFrom(...ITEMS),
  fc.oneof(fc.constantFrom(1, 2), fc.constant('no_answer' as const)),
  { noNullPrototype: true },
)
/** A step of one of three devices: it hands in another part, hands in an old one again, or goes on from what stands. */
const step = fc.record({
  device: fc.nat(2),
  what: fc.constantFrom('next', 'next', 'again', 'onwards' as const),
  answers,
  which: fc.nat(20),
})

/** What is asked after an answer, of the items above: the last hangs on the one before it. */
function asked(given: Given): Given {
  const { detention_staff_how: how, ...rest } = given
  return typeof given.detained === 'number' && how !== undefined ? { ...rest, detention_staff_how: how } : rest
}

test('whatever is handed in, in whatever order and however often, the last that was taken in counts and the history comes to it', async () => {
  const world = await namedWorld(database)
  const { registrationId } = await world.interviewed('Evers')
  const opened = await measurementOf(world, registrationId, 'client')
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      // each course goes on from where the one before ended
      const before = await standingOf(world.db, world.study, opened.id)
      const devices = [device(before?.base), device(before?.base), device(before?.base)]
      const sent: Draft[] = []
      let last: Given = before?.given ?? {}
      for (const { device: which, what, answers: given, which: old } of steps) {
        if (what === 'onwards') devices[which] = device((await standingOf(world.db, world.study, opened.id))?.base)
        const again = sent[old % Math.max(sent.length, 1)]
        const draft = what === 'again' && again ? again : devices[which]?.next(given)
        if (!draft) continue
        const { state } = must(await handIn(world, opened.id, 'client', draft))
        if (sent.includes(draft)) expect(state).not.toBe('in')
        if (state === 'in') last = asked(draft.answers)
        sent.push(draft)
      }
      const standing = await standingOf(world.db, world.study, opened.id)
      expect(standing?.given).toEqual(last)
      const history = await historyOf(world.db, world.study.id, opened.id)
      expect(cameTo(history.map(({ item, to }) => ({ [item]: to })))).toEqual(last)
    }),
    { numRuns: 25 },
  )
})
