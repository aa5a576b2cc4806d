import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../app/protocol/day'
import { scopes } from '../../app/protocol/studies/werkalliantie/consent'
import { declineAltogether, declineFor } from '../../app/records/declining'
import { withdrawScopes } from '../../app/records/taking-back'
import { withdraw } from '../../app/records/withdrawal'
import { freshDatabase } from '../database'
import { MET } from '../people'
import { namedWorld } from '../world'

const database = await freshDatabase()
const AFTER = addDays(MET, 1)

const some = fc.subarray([...scopes], { minLength: 1 })
const step = fc.oneof(
  { weight: 1, arbitrary: fc.record({ does: fc.constant('withdraw' as const), keep: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('take back' as const), some }) },
  {
    weight: 5,
    arbitrary: fc.record({ does: fc.constant('form' as const), some, yes: fc.boolean(), anew: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constantFrom('decline' as const, 'decline altogether' as const) }) },
)

// Whatever follows one another: after a withdrawal no permission comes, with `keep` none goes, and a scope that was taken back comes
// back by a form signed anew and by nothing else.
test('permissions never grow after a withdrawal, nor by an older form', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 10 }), async (steps) => {
      const world = await namedWorld(database)
      const { registrationId, clientId, supervisorId } = await world.interviewed('Evers')
      const { db } = world
      const on = world.on(AFTER)
      const granted = async () => {
        const rows = await db.permission.findMany({ where: { clientId, granted: true }, orderBy: { scope: 'asc' } })
        return rows.map(({ scope }) => scope)
      }
      const taken = new Set<string>()
      let over = false
      let stands: 'keep' | 'erase' | null = null
      for (const one of steps) {
        const before = await granted()
        if (one.does === 'withdraw') {
          const collected = one.keep ? 'keep' : 'erase'
          // who let it stay may have it erased after all, never the other way round
          const may = collected !== stands && stands !== 'erase'
          expect((await withdraw(db, on, { clientId, collected })).ok).toBe(may)
          if (may) stands = collected
          if (stands === 'erase') expect(await granted()).toEqual([])
        } else if (one.does === 'take back') {
          const { ok } = await withdrawScopes(db, on, { clientId, scopes: one.some })
          if (ok) for (const scope of one.some) taken.add(scope)
          if (over || one.some.includes('take_part')) expect(ok).toBe(false)
        } else if (one.does === 'form') {
          await database.vault.$executeRaw`
            SELECT study.set_permissions(${clientId}::uuid, ${one.some}::text[],
                                         ${one.some.map(() => one.yes)}::boolean[], ${one.anew ? '9999-12-31' : null}::date)`
          if (one.anew && one.yes && !over) for (const scope of one.some) taken.delete(scope)
        } else if (one.does === 'decline')
          await declineFor(db, on, { registrationId, supervisorId: supervisorId as string })
        else await declineAltogether(db, on, supervisorId as string)
        const now = await granted()
        const grew = now.filter((scope) => !before.includes(scope))
        if (over && stands === 'keep') expect(now).toEqual(before)
        if (one.does !== 'form' || !one.yes) expect(grew).toEqual([])
        expect(now.filter((scope) => taken.has(scope))).toEqual([])
        over ||= one.does === 'withdraw'
      }
    }),
    { numRuns: 20, seed: 3 },
  )
})
