import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { signConsent } from '../../app/identity/consent'
import { registerNamed } from '../../app/identity/registration'
import { beginRotation, reseal, valuesByKey } from '../../app/identity/rotation'
import { studyIdsOf } from '../../app/identity/tie'
import { whomAsked } from '../../app/identity/whom'
import { keyringOf } from '../../app/platform/keyring'
import { vaultKeys } from '../../app/platform/vault'
import { day } from '../../app/protocol/day'
import { holdInterview } from '../../app/records/fieldwork/interview'
import { takeInQuestionnaire } from '../../app/records/fieldwork/questionnaire'
import { inquire } from '../../app/records/intake/inquire'
import { type RegisteredCase, register } from '../../app/records/intake/register'
import { recordReply } from '../../app/records/intake/reply'
import { freshDatabase } from '../database'
import { ASKED, MET, REGISTERED, REPLIED } from '../people'
import { FACTS, must, namedWorld, VERSION } from '../world'
import { crowd, crowdMember } from './hundred-thousand'

const PEOPLE = 100_000
const PAGE = 5_000

const database = await freshDatabase()
const world = await namedWorld(database)
const home = mkdtempSync(join(tmpdir(), 'koppel-ring-'))
// two processes of one home: one changes the key, the other works and learns of it by the file
const openVault = () => ({
  db: database.vault,
  keys: vaultKeys(database.secret, keyringOf(home, database.secret, {})),
})
const [changing, working] = [openVault(), openVault()]

/** One more client, from the register to the answers of the first interview. */
async function interviewed(place: number): Promise<{ registrationId: string; measured: number }> {
  const name = `Tijdens ${place}`
  const ids = must(
    await registerNamed(working, world.on(REGISTERED), {
      named: {
        supervisionNumber: `TZ-8${place}`,
        client: { number: `KL-8${place}`, surname: name, initials: 'T.', bornOn: day('1990-02-03') },
        supervisor: { number: `PN-8${place}`, name: `van ${name}`, email: `t${place}@reclassering.example` },
      },
      facts: FACTS,
      register: (whole: RegisteredCase) => register(world.db, world.on(REGISTERED), whole),
    }),
  )
  const { registrationId } = ids
  must(await inquire(world.db, world.on(ASKED), registrationId))
  const reply = { repliedOn: REPLIED, isSupervisor: true, contacts: 2, nextContactOn: MET, reason: null }
  must(await recordReply(world.db, world.on(REPLIED), { registrationId, ...reply }))
  const scopes = Object.fromEntries(world.study.protocol.scopes.map((scope) => [scope, 'accepted' as const]))
  const form = { registrationId, version: VERSION, language: 'nl', signedOn: MET, location: FACTS.location } as const
  must(await signConsent(working, world.on(MET), { ...form, way: 'import', scopes, telephone: '0612345678' }))
  const interview = { wave: 'T1', on: MET, contacts: 3, interviewer: 'I1', minutes: 25 }
  must(await holdInterview(world.db, world.on(MET), { registrationId, ...interview }))
  const items = world.study.protocol.instruments.find(({ perspective }) => perspective === 'client')?.items ?? []
  const answers = Object.fromEntries(items.map(({ code, min }) => [code, min]))
  const filled = { registrationId, wave: 'T1', perspective: 'client', on: MET, answers } as const
  return { registrationId, measured: must(await takeInQuestionnaire(world.db, world.on(MET), filled)).answers }
}

test('a change of key over a hundred thousand people, stopped once, while interviews are saved, loses nothing', async () => {
  await crowd(changing, world.study.id, PEOPLE)
  const sealedBefore = [...(await valuesByKey(changing)).values()].reduce((sum, values) => sum + values, 0)
  expect(sealedBefore).toBe(PEOPLE * 5)

  await beginRotation(changing, 'system')
  const stop = new AbortController()
  let finished = false
  const rotation = (async () => {
    expect(must(await reseal(changing, stop.signal))).toMatchObject({ finished: false })
    expect(must(await reseal(openVault()))).toMatchObject({ finished: true })
    finished = true
  })()
  const saved: Awaited<ReturnType<typeof interviewed>>[] = []
  while (!finished) {
    saved.push(await interviewed(saved.length))
    if (saved.length === 5) stop.abort()
    if (saved.length >= 5) await Promise.race([rotation, new Promise((resolve) => setTimeout(resolve, 50))])
  }
  await rotation
  expect(saved.length).toBeGreaterThan(10)

  // every value is under the new key, none is lost, and the last ones saved are among them
  const current = changing.keys.ring.current().id.toString('hex')
  const after = await valuesByKey(changing)
  expect([...after.keys()]).toEqual([current])
  // a case brings five values of the client, three of the supervisor, its number, three ties, the errand and the form
  expect(after.get(current)).toBe(sealedBefore + saved.length * 14)

  let seen = 0
  for (let from: string | null = null; ; ) {
    const rows: Awaited<ReturnType<typeof database.vault.person.findMany>> = await database.vault.person.findMany({
      take: PAGE,
      orderBy: { id: 'asc' },
      ...(from !== null && { cursor: { id: from }, skip: 1 }),
    })
    if (rows.length === 0) break
    for (const { id, number, surname, initials, bornOn } of rows) {
      const open = (value: Uint8Array | null, column: string) =>
        changing.keys.open(value ?? new Uint8Array(), `person.${column}:${id}`)
      const known = open(number, 'number')
      if (!known.startsWith('KL-9')) continue
      const member = crowdMember(Number(known.slice('KL-9'.length)))
      const read = {
        number: known,
        surname: open(surname, 'surname'),
        initials: open(initials, 'initials'),
        bornOn: open(bornOn, 'born_on'),
      }
      if (JSON.stringify(read) !== JSON.stringify(member)) expect(read).toEqual(member)
      seen++
    }
    const ids = rows.map(({ id }) => id)
    expect((await studyIdsOf(database.vault, changing.keys, ids)).size).toBe(ids.length)
    from = ids.at(-1) ?? null
  }
  expect(seen).toBe(PEOPLE)
  for (const [place, { registrationId, measured }] of saved.entries()) {
    expect(await whomAsked(changing, world.on(MET), registrationId)).toBe(`T. Tijdens ${place}`)
    expect(await world.db.answer.count({ where: { measurement: { registrationId } } })).toBe(measured)
  }
}, 240_000)
