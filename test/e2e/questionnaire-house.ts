import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { toColumn } from '../../app/protocol/day'
import { issueLinks } from '../../app/records/links/issued'
import { type ClientName, MET } from '../people'
import { connected } from '../platform/connect'
import { namedWorld } from '../world'
import { openHouse } from './house'

/** A questionnaire that a supervisor was asked to fill in about a client: the link, and what it opens. */
export type Asked = { readonly path: string; readonly measurementId: string; readonly supervisorId: string }

/** A house on the day of the talk, in which clients can be interviewed so that their supervisors get a questionnaire. */
export async function questionnaireHouse() {
  const house = await openHouse()
  const world = await namedWorld(house.database)
  /** Moves the study's clock to a day. */
  const onDay = (day: string) =>
    connected(house.database.urls.owner, (owner) =>
      owner.query(
        `INSERT INTO study.clock (study_id, today, target) VALUES ($1, $2, $2)
         ON CONFLICT (study_id) DO UPDATE SET today = $2, target = $2`,
        [world.study.id, toColumn(day as typeof MET)],
      ),
    )
  await onDay(MET)
  const ask = async (name: ClientName): Promise<Asked> => {
    const { registrationId, supervisorId } = await world.interviewed(name)
    if (!supervisorId) throw new Error(`${name} has no supervisor`)
    const { id } = await world.db.measurement.findFirstOrThrow({ where: { registrationId, perspective: 'supervisor' } })
    const wanted = { kind: 'measurement', id, supervisorId } as const
    const [token] = await issueLinks(world.db, world.on(MET), house.desk.linkKey, [wanted])
    return { path: `/answer/${token}`, measurementId: id, supervisorId }
  }
  return { house, world, onDay, ask }
}

/** The questions on a page. */
export const questionsOn = (page: Page): Locator => page.locator('fieldset.item')

/** Waits until the scripts of a page have taken over its form: from then on questions come up at once. */
const alive = (page: Page) =>
  expect
    .poll(() =>
      page.evaluate(() => {
        const [form] = document.querySelectorAll('main form')
        return form !== undefined && Object.keys(form).some((key) => key.startsWith('__react'))
      }),
    )
    .toBe(true)

/** Taps an answer to every question of a page, also to those that come up while tapping; gives how many. */
export async function tapAll(page: Page, tap = (what: Locator) => what.tap()): Promise<number> {
  await alive(page)
  let at = 0
  for (; at < (await questionsOn(page).count()); at++) {
    const question = questionsOn(page).nth(at)
    const typed = question.locator('input[inputmode=numeric]')
    if (await typed.count()) await typed.fill('3')
    else await tap(question.locator('.steps label').nth(1))
  }
  return at
}
