import { beforeEach, expect, test } from 'vitest'
import { day } from '../../app/protocol/day'
import { pinOf } from '../../app/protocol/instruments/battery'
import type { Instrument } from '../../app/protocol/study'
import { askedEver } from '../../app/records/instruments/asked-ever'
import { batteryOn, pinnedBattery } from '../../app/records/instruments/battery'
import { publishInstrument } from '../../app/records/instruments/publish'
import { putToUse, type Use } from '../../app/records/instruments/use'
import { freshDatabase } from '../database'
import { MET } from '../people'
import { codeOf, must, namedWorld, type World } from '../world'

const database = await freshDatabase()
let world: World
beforeEach(async () => {
  world = await namedWorld(database)
})

const motivation: Instrument = {
  name: 'motivation',
  version: 1,
  perspective: 'client',
  title: { nl: 'Motivatie', en: 'Motivation' },
  agreement: [],
  items: [{ code: 'm01', kind: 'number', min: 0, max: 9, text: { nl: 'Hoe vaak?', en: 'How often?' } }],
}
const publish = (changes: Partial<Instrument> = {}) =>
  publishInstrument(world.db, world.on(MET), { instrument: { ...motivation, ...changes }, source: 'own' })
const use = (changes: Partial<Use> = {}) =>
  putToUse(world.db, world.on(MET), {
    wave: 'T1',
    perspective: 'client',
    instruments: ['wa-gk-client', 'motivation'],
    fromOn: MET,
    ...changes,
  })
const askedOn = async (on: string) => (await batteryOn(world.db, world.study, 'T1', 'client', day(on))).map(pinOf)
const OF_THE_PROTOCOL = ['background-client@1', 'wa-gk-client@1']

test('what was published comes back as it was, and the same again changes nothing', async () => {
  expect(must(await publish())).toEqual({ pin: 'motivation@1', published: true })
  expect(must(await publish())).toEqual({ pin: 'motivation@1', published: false })
  expect(await pinnedBattery(world.db, world.study, ['wa-gk-client@1', 'motivation@1'])).toEqual([
    world.study.protocol.instruments.find(({ name }) => name === 'wa-gk-client'),
    motivation,
  ])
  const entries = await world.db.$queryRaw`
    SELECT details FROM audit.entry WHERE study_id = ${world.study.id}::uuid AND verb = 'publish_instrument'`
  expect(entries).toEqual([{ details: { pin: 'motivation@1', source: 'own' } }])
})

test('a published version never changes: another text needs another number', async () => {
  must(await publish())
  expect(codeOf(await publish({ title: { nl: 'Zin', en: 'Motivation' } }))).toBe('version_exists')
  expect(codeOf(await publish({ version: 2, title: { nl: 'Zin', en: 'Motivation' } }))).toBe('done')
  expect(codeOf(await publish({ name: 'wa-gk-client' }))).toBe('version_exists')
  expect(codeOf(await publish({ version: 3, perspective: 'supervisor' }))).toBe('other_perspective')
})

test.each([
  [{ items: [] }, 'no_questions'],
  [{ name: 'Motivation!' }, 'bad_name'],
  [{ version: 0 }, 'out_of_range'],
] as const)('an instrument that cannot be is refused: %o', async (changes, code) => {
  expect(codeOf(await publish(changes))).toBe(code)
})

test('what is put to use counts from its day on, and the newest version of a name is meant', async () => {
  must(await publish())
  must(await publish({ version: 2, title: { nl: 'Zin', en: 'Drive' } }))
  expect(await askedOn(MET)).toEqual(OF_THE_PROTOCOL)
  expect(must(await use())).toEqual(['wa-gk-client@1', 'motivation@2'])
  must(await use({ instruments: ['motivation@1'], fromOn: day('2012-12-01') }))
  expect(await askedOn('2012-01-01')).toEqual(OF_THE_PROTOCOL)
  expect(await askedOn(MET)).toEqual(['wa-gk-client@1', 'motivation@2'])
  expect(await askedOn('2012-11-30')).toEqual(['wa-gk-client@1', 'motivation@2'])
  expect(await askedOn('2012-12-01')).toEqual(['motivation@1'])
})

test('of two decisions about one day the last counts, also when it is the protocol again', async () => {
  must(await publish())
  must(await use())
  expect(codeOf(await use())).toBe('already_recorded')
  must(await use({ instruments: ['background-client', 'wa-gk-client'] }))
  expect(await askedOn(MET)).toEqual(OF_THE_PROTOCOL)
})

test('another study of the same installation has instruments of its own', async () => {
  must(await publish())
  must(await use())
  const other = await namedWorld(database)
  expect((await batteryOn(other.db, other.study, 'T1', 'client', MET)).map(pinOf)).toEqual(OF_THE_PROTOCOL)
  await expect(pinnedBattery(other.db, other.study, ['motivation@1'])).rejects.toThrow('no instrument motivation@1')
})

test.each<[Partial<Use>, string]>([
  [{ wave: 'T9' }, 'unknown_wave'],
  [{ instruments: [] }, 'required'],
  [{ fromOn: day('2012-01-01') }, 'before_today'],
  [{ instruments: ['motivation', 'nothing'] }, 'unknown_instrument'],
  [{ instruments: ['wa-gk-supervisor'] }, 'other_perspective'],
  [{ instruments: ['motivation', 'again'] }, 'item_twice'],
  [{ instruments: ['hanging', 'motivation'] }, 'hangs_on_unasked'],
  [{ instruments: ['motivation', 'hanging'] }, 'done'],
])('what cannot be asked together is not put to use: %o', async (changes, code) => {
  must(await publish())
  must(await publish({ name: 'again' }))
  const [asked] = motivation.items
  if (!asked) throw new Error('no item')
  must(
    await publish({
      name: 'hanging',
      items: [{ ...asked, code: 'h01', askedWhen: [{ item: 'm01', among: [1, 2] }] }],
    }),
  )
  expect(codeOf(await use(changes))).toBe(code)
})

test('what a side was ever asked has each version once, those of the protocol first', async () => {
  await world.interviewed('Evers')
  must(await publish())
  must(await use())
  await world.interviewed('Fokkens')
  const asked = await askedEver(world.db, world.study)
  expect(asked('T1', 'client').map(pinOf)).toEqual([...OF_THE_PROTOCOL, 'motivation@1'])
})
