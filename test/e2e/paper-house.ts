import { createAccount, DEMO_PASSWORD } from '../../app/identity/accounts'
import { interviewerAccounts } from '../../app/identity/interviewers'
import { toColumn } from '../../app/protocol/day'
import { MET } from '../people'
import { connected } from '../platform/connect'
import { must, namedWorld } from '../world'
import { openHouse } from './house'

/** Who signs in as an interviewer beside the one of the demo; the last one has no code. */
const MORE = ['tweede', 'zonder'] as const
const CODES = { I1: 'interviewer', I2: 'tweede' } as const

/**
 * A house with a study on the day of the talk, in which `interviewer` is I1, who holds the talks of the world, `tweede` is
 * I2 and `zonder` has no code; and a study in which nobody comes.
 */
export async function paperHouse() {
  const house = await openHouse()
  // everybody comes into the newest one
  const elsewhere = await namedWorld(house.database)
  const world = await namedWorld(house.database)
  for (const name of MORE) {
    const account = { name, role: 'interviewer', language: 'nl', password: DEMO_PASSWORD } as const
    must(await createAccount(world.vault.db, { ...account, email: `${name}@koppel.example` }, 'system'))
  }
  const accounts = await interviewerAccounts(world.vault, world.study.id)
  for (const [code, name] of Object.entries(CODES))
    await world.qualified(code, { account: accounts.find(({ email }) => email.startsWith(name))?.hash ?? null })
  await connected(house.database.urls.owner, (owner) =>
    owner.query('INSERT INTO study.clock (study_id, today, target) VALUES ($1, $2, $2)', [
      world.study.id,
      toColumn(MET),
    ]),
  )
  return { house, world, elsewhere }
}
