import type { Page } from 'playwright-core'
import { MET } from '../people'
import { connected } from '../platform/connect'
import { namedWorld, type World } from '../world'
import { look, signInAs } from './browser'
import { type House, openHouse } from './house'

/** The named world on its clock, and the same coordinator in two browsers: one without JavaScript, one in which axe can look. */
export type TwiceSeen = { readonly house: House; readonly world: World; readonly page: Page; readonly seeing: Page }

/** Opens all of it; `seeing` is how the second browser looks, as a telephone for one. */
export async function twiceSeen(seeing: Parameters<typeof look>[1] = {}): Promise<TwiceSeen> {
  const house = await openHouse()
  const world = await namedWorld(house.database)
  await connected(house.database.urls.owner, (owner) =>
    owner.query('INSERT INTO study.clock (study_id, today, target) VALUES ($1, $2, $2)', [world.study.id, MET]),
  )
  const open = async (how: Parameters<typeof look>[1]) => {
    const page = await look(house.base, how)
    await signInAs(page, 'coordinator')
    return page
  }
  return { house, world, page: await open({ javaScriptEnabled: false }), seeing: await open(seeing) }
}
