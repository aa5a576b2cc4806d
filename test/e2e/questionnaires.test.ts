import { beforeAll, describe, expect, test } from 'vitest'
import { shortDay } from '../../app/i18n/days'
import { batteryNow } from '../../app/protocol/instruments/battery'
import type { Given } from '../../app/protocol/study'
import { MET } from '../people'
import { allOf, device, handIn } from '../records/entries/course'
import { must } from '../world'
import { canLook, faultsOf, look, overflow, signInAs } from './browser'
import { type Asked, questionnaireHouse } from './questionnaire-house'

describe.runIf(canLook)('a questionnaire for the wrong client', () => {
  let given: Awaited<ReturnType<typeof questionnaireHouse>>
  let evers: Asked & { pair: string }
  let fokkens: typeof evers

  const filled = async (name: 'Evers' | 'Fokkens', answers: Given) => {
    const asked = await given.ask(name)
    const { measurementId: id } = asked
    must(await handIn(given.world, id, 'supervisor', device().next(answers, { complete: true })))
    const { registrationId } = await given.world.db.measurement.findUniqueOrThrow({ where: { id } })
    const { pseudonym } = await given.world.db.dyad.findUniqueOrThrow({ where: { registrationId } })
    return { ...asked, pair: pseudonym }
  }
  const marks = async () => {
    const of = (measurementId: string) =>
      given.world.db.answer.findUniqueOrThrow({ where: { measurementId_item: { measurementId, item: 'mark' } } })
    return [(await of(evers.measurementId)).value, (await of(fokkens.measurementId)).value]
  }
  const coordinator = async () => {
    const page = await look(given.house.base, { viewport: { width: 390, height: 844 } })
    await signInAs(page, 'coordinator')
    return page
  }

  beforeAll(async () => {
    given = await questionnaireHouse()
    const answers = allOf(given.world, 'supervisor')
    evers = await filled('Evers', { ...answers, mark: 8 })
    fokkens = await filled('Fokkens', { ...answers, mark: 3 })
  })

  test('from the pair to its questionnaire; swapped with a reason, and the page says so', async () => {
    const page = await coordinator()
    await page.goto(`/dyads/${evers.pair}`)
    await page.getByRole('link', { name: 'Vragenlijst T1' }).click()
    await page.getByText(`Compleet op ${shortDay('nl', MET)}`).waitFor()
    await page.getByText(`${shortDay('nl', MET)}, vandaag`).waitFor()
    expect([await overflow(page), await faultsOf(page)]).toEqual([0, []])
    const swap = page.locator('form', { has: page.getByRole('button', { name: 'Verwisselen' }) })
    await swap.getByRole('button').click()
    await page.getByRole('alert').waitFor()
    expect(await marks()).toEqual([8, 3])
    await swap.getByRole('radio', { name: new RegExp(`^${fokkens.pair}`) }).check()
    await swap.getByRole('radio', { name: 'Ingevuld voor de verkeerde cliënt' }).check()
    await swap.getByRole('button').click()
    await page.getByText('Gedaan', { exact: true }).waitFor()
    await page.getByText(`${shortDay('nl', MET)}: Verwisseld`).waitFor()
    expect(await faultsOf(page)).toEqual([])
    expect(await marks()).toEqual([3, 8])
  })

  test('no answer stands on it, before or after', async () => {
    const page = await coordinator()
    await page.goto(`/questionnaires/${evers.measurementId}`)
    await page.getByText('Wat er is geantwoord ziet u niet.').waitFor()
    const html = await page.content()
    const battery = batteryNow(given.world.study.protocol, 'T1', 'supervisor')
    for (const { code, text } of battery.flatMap(({ items }) => items)) {
      expect(html).not.toContain(text.nl)
      expect(html).not.toContain(`"${code}"`)
    }
    expect(html).not.toContain('Quist')
  })

  test('opened again without scripts: the old link opens nothing, and it is no longer complete', async () => {
    const page = await look(given.house.base, { javaScriptEnabled: false })
    await signInAs(page, 'coordinator')
    await page.goto(`/questionnaires/${fokkens.measurementId}`)
    const reopen = page.locator('form', { has: page.getByRole('button', { name: 'Weer openzetten' }) })
    await reopen.getByRole('radio', { name: 'De toezichthouder vroeg erom' }).check()
    await reopen.getByRole('button').click()
    await page.getByText(`Begonnen, laatst op ${shortDay('nl', MET)}`).waitFor()
    await page.getByText(': Weer opengezet').waitFor()
    expect((await page.goto(fokkens.path))?.status()).toBe(404)
    await page.goto(`/questionnaires/${fokkens.measurementId}`)
    const empty = page.locator('form', { has: page.getByRole('button', { name: 'Ongeldig verklaren' }) })
    await empty.getByRole('radio', { name: 'Ingevuld voor de verkeerde cliënt' }).check()
    await empty.getByRole('button').click()
    await page.getByText('Er is niets ingevuld.').waitFor()
    await page.getByText(': Ongeldig verklaard').waitFor()
    const kept = await given.world.db.measurement.findUniqueOrThrow({ where: { id: fokkens.measurementId } })
    expect([kept.completedOn, kept.openedOn]).toEqual([null, new Date(`${MET}T00:00:00Z`)])
  })

  test('nobody else has this page', async () => {
    const page = await look(given.house.base)
    await signInAs(page, 'interviewer')
    expect((await page.goto(`/questionnaires/${evers.measurementId}`))?.status()).toBe(404)
    await page.goto(`/dyads/${evers.pair}`)
    await page.getByRole('heading', { level: 1, name: evers.pair }).waitFor()
    expect(await page.getByRole('link', { name: 'Vragenlijst T1' }).count()).toBe(0)
  })
})
