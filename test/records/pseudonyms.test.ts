import { beforeAll, expect, test } from 'vitest'
import { newId } from '../../app/platform/id'
import { readPseudonym } from '../../app/protocol/pseudonym'
import { inquire } from '../../app/records/intake/inquire'
import { register } from '../../app/records/intake/register'
import { recordReply } from '../../app/records/intake/reply'
import { freshDatabase } from '../database'
import { ASKED, MET, REGISTERED, REPLIED } from '../people'
import { FACTS, must, namedWorld, type World } from '../world'

const CASES = 150
const ids = Array.from({ length: CASES }, () => ({
  registrationId: newId(),
  clientId: newId(),
  supervisorId: newId(),
}))

type Drawn = Readonly<Record<'clients' | 'supervisors' | 'dyads', readonly string[]>>

/** Registers the cases, each with a client and a supervisor of its own. */
async function registered(world: World): Promise<void> {
  for (const one of ids) must(await register(world.db, world.on(REGISTERED), { ...FACTS, ...one }))
}

/** Brings the cases to their dyads. */
async function bound(world: World): Promise<void> {
  for (const one of ids) {
    must(await inquire(world.db, world.on(ASKED), one.registrationId))
    const reply = { repliedOn: REPLIED, isSupervisor: true, contacts: 2, nextContactOn: MET, reason: null }
    must(await recordReply(world.db, world.on(REPLIED), { registrationId: one.registrationId, ...reply }))
  }
}

/** The pseudonyms of each context, in the order of the cases. */
async function drawn(world: World): Promise<Drawn> {
  const rows = await world.db.registration.findMany({
    where: { studyId: world.study.id },
    include: { client: true, supervisor: true, dyad: true },
    orderBy: { id: 'asc' },
  })
  return {
    clients: rows.map(({ client }) => client.pseudonym),
    supervisors: rows.map(({ supervisor }) => supervisor?.pseudonym ?? ''),
    dyads: rows.flatMap(({ dyad }) => dyad?.pseudonym ?? []),
  }
}

let here: Drawn
let again: Drawn
beforeAll(async () => {
  const world = await namedWorld(await freshDatabase())
  await registered(world)
  await bound(world)
  here = await drawn(world)
  const elsewhere = await namedWorld(await freshDatabase())
  await registered(elsewhere)
  again = await drawn(elsewhere)
}, 120_000)

const all = ({ clients, supervisors, dyads }: Drawn) => [...clients, ...supervisors, ...dyads]

test('no pseudonym of one context is one of another', () => {
  expect(all(here)).toHaveLength(3 * CASES)
  // 450 of 31⁸: two are the same by chance once in eight million runs
  expect(new Set(all(here)).size).toBe(3 * CASES)
  expect(all(here).filter((pseudonym) => !readPseudonym(pseudonym).ok)).toEqual([])
})

test('none comes from an id or a fact: the same people elsewhere have others', () => {
  const before = new Set(all(here))
  expect(all(again).filter((pseudonym) => before.has(pseudonym))).toEqual([])
})

test('those of one case have no more in common than those of any two', () => {
  // a place holds the same character in both with chance 1/31; 7 σ of all places on either side
  const alike = (these: readonly string[], those: readonly string[]) =>
    these.flatMap((one, at) => [...one].filter((character, place) => character === those[at]?.[place])).length -
    2 * CASES
  const [expected, sigma] = [(CASES * 9) / 31, Math.sqrt((CASES * 9 * 30) / 31 ** 2)]
  for (const [these, those] of [
    [here.clients, here.dyads],
    [here.clients, here.supervisors],
    [here.supervisors, here.dyads],
    [here.clients, again.clients],
  ] as const)
    expect(Math.abs(alike(these, those) - expected)).toBeLessThan(7 * sigma)
})
