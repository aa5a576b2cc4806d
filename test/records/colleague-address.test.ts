import { beforeEach, expect, test } from 'vitest'
import { handOverNamed } from '../../app/identity/colleagues'
import { addressHashes } from '../../app/identity/mail-address'
import { handOver, mayHandOver } from '../../app/records/intake/hand-over'
import { freshDatabase } from '../database'
import { ASKED } from '../people'
import { codeOf, must, namedWorld, type World } from '../world'

const database = await freshDatabase()
let world: World
beforeEach(async () => {
  world = await namedWorld(database)
})
/** By a coordinator, to whoever has this address. */
function give(registrationId: string, address: string) {
  const occasion = world.on(ASKED)
  return handOverNamed(world.vault, occasion, {
    registrationId,
    colleague: { address },
    may: (to) => mayHandOver(world.db, occasion, { registrationId, to }),
    handOver: (given) => handOver(world.db, occasion, given),
  })
}

test('an address at a provider that is everybody’s, or where only a named colleague is, makes nobody a colleague', async () => {
  const { registrationId } = await world.inquired('Aalders')
  const rows = (domain: string) =>
    world.vault.db.supervisorIdentity.updateMany({
      where: { studyAlias: world.vault.keys.alias(world.study.id) },
      data: { domainHash: addressHashes(world.vault.keys, `x@${domain}`).domainHash },
    })
  for (const domain of ['gmail.com', 'hotmail.co.uk', 'ziggo.nl']) {
    await rows(domain)
    expect(codeOf(await give(registrationId, `wie@${domain}`))).toBe('unknown_colleague')
  }
  await rows('reclassering.example')
  must(await give(registrationId, 'een@reclassering.example'))
  const { supervisorId: named } = await world.db.registration.findUniqueOrThrow({ where: { id: registrationId } })
  // the register knows nobody at this place but the one whom a colleague named
  const id = await world.inVault(named ?? '')
  const { domainHash } = addressHashes(world.vault.keys, 'x@ergens.example')
  await world.vault.db.supervisorIdentity.updateMany({ where: { id }, data: { domainHash } })
  expect(codeOf(await give(registrationId, 'twee@ergens.example'))).toBe('unknown_colleague')
})
