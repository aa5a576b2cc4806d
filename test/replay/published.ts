import { expect, test } from 'vitest'
import { ROLES } from '../../app/access/roles'
import type { Begun } from '../identity/leaks/course'
import { MARK } from '../identity/leaks/marked'
import { foreignKeysBetween, sharedTexts } from '../identity/shared-texts'
import { answerOf, type Ran } from '../koppel/cli'
import { rowCounts } from '../koppel/database'
import { connected } from '../platform/connect'
import { expected } from '../protocol/cohort'
import { published } from './small-cohort'

const TOLERANCE = 0.00005
/** Above this a line of the log is said without being asked for. */
const DEBUG = 20

/** Where two values differ, by path; numbers may differ by the tolerance of the published figures. */
function differences(got: unknown, wanted: unknown, path = ''): string[] {
  if (typeof wanted === 'number' && typeof got === 'number')
    return Math.abs(got - wanted) <= TOLERANCE ? [] : [`${path}: ${got} is not ${wanted}`]
  if (wanted === null || typeof wanted !== 'object' || got === null || typeof got !== 'object')
    return Object.is(got, wanted) ? [] : [`${path}: ${JSON.stringify(got)} is not ${JSON.stringify(wanted)}`]
  const keys = new Set([...Object.keys(got), ...Object.keys(wanted)])
  const at = (value: object, key: string) => (value as Record<string, unknown>)[key]
  return [...keys].flatMap((key) => differences(at(got, key), at(wanted, key), `${path}/${key}`))
}

/** A replay answers by the numbers of its files; those of the published cohort, without their mark. */
const unmarked = ({ stdout, ...ran }: Ran): Ran => ({ ...ran, stdout: stdout.replaceAll(`T${MARK.toUpperCase()}`, '') })

/** Rows of a file of the cohort by the location of their supervision and the month of their day. */
function perPlaceAndMonth(rows: Record<string, string>[], day: string): Map<string, number> {
  const places = new Map(published('instroom.csv').rows.map((row) => [row.Toezichtnummer, row.Locatie]))
  const counts = new Map<string, number>()
  for (const row of rows) {
    const key = `${row[day]?.slice(0, 7)} ${places.get(row.supervision ?? '')}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}

/** What the whole cohort has to come out with, asked of an installation in which nothing was done but the replay (§2–§5). */
export function publishedNumbers(begun: () => Begun): void {
  const here = (...words: string[]) => begun().command(...words, '--json')
  const ownerUrl = () => begun().house.database.urls.owner
  const replayed = () => answerOf(unmarked(begun().replayed))

  test('the published cohort comes out with the published numbers', () => {
    expect(begun().replayed.code).toBe(0)
    const said = begun().replayed.stderr.split('\n').filter(Boolean)
    expect(said.filter((line) => JSON.parse(line).level > DEBUG)).toEqual([])
    const found = replayed()
    const keys = Object.keys(expected)
    expect(keys.length).toBeGreaterThan(5)
    expect(differences(Object.fromEntries(keys.map((key) => [key, found[key]])), expected)).toEqual([])
    // Counts are counts, without any tolerance.
    for (const key of ['funnel', 'not_included', 't1', 't2', 'outcomes', 'outcome_ids'])
      expect(found[key], key).toEqual((expected as Record<string, unknown>)[key])
    expect(found).toMatchObject({ finished: true, refused: [], refused_count: 0 })
  })

  test('mail was planned and went nowhere, and nothing waits', async () => {
    const { mail } = replayed()
    const kinds = Object.values(mail.by_kind as Record<string, number>)
    expect(mail.planned).toBe(kinds.reduce((total, count) => total + count, 0))
    expect(mail.by_kind.inquiry).toBe(replayed().funnel.inquired)
    await connected(ownerUrl(), async (owner) => {
      const { rows } = await owner.query(
        'SELECT DISTINCT state FROM study.mail_envelope WHERE study_id = $1 ORDER BY 1',
        [begun().study.id],
      )
      expect(rows.map(({ state }) => state)).toEqual(['cancelled', 'suppressed'])
    })
  })

  test('a second replay into the same home is refused and doubles nothing', async () => {
    const url = ownerUrl()
    const before = await rowCounts(url)
    const studyId = begun().study.id
    const registered = await begun().house.database.study.registration.count({ where: { studyId } })
    expect(registered).toBe(replayed().funnel.registered)
    const again = await here('replay', begun().cohort.folder)
    expect(again.code).toBe(1)
    expect(answerOf(again)).toMatchObject({ error: { code: 'already_replayed', message: expect.stringMatching(/\S/) } })
    expect(await rowCounts(url)).toEqual(before)
  })

  test('the flow is counted from the same rows, and --study chooses whose', async () => {
    const { study, on, funnel, not_included, t1, t2, steps } = replayed()
    expect(answerOf(await here('flow'))).toEqual({ study, on, funnel, not_included, t1, t2, steps })
    expect(answerOf(await here('flow', '--study', study)).funnel).toEqual(funnel)
    const empty = answerOf(await here('flow', '--study', 'werkalliantie'))
    expect(Object.values(empty.funnel)).toEqual(Object.values(funnel).map(() => 0))
    const unknown = await here('flow', '--study', 'nobody')
    expect([unknown.code, answerOf(unknown).error.code]).toEqual([1, 'unknown_study'])
  })

  test('the work list of a day has every kind of work of its role and counts what it lists', async () => {
    const counts: Record<string, number> = {}
    for (const on of ['2011-12-20', '2012-08-01', '2014-03-01']) {
      const list = answerOf(await here('worklist', '--on', on))
      expect(list).toMatchObject({ on, role: 'coordinator', next: null })
      for (const [kind, count] of Object.entries(list.counts as Record<string, number>)) {
        expect(list.items.filter((item: { kind: string }) => item.kind === kind)).toHaveLength(count)
        counts[kind] = (counts[kind] ?? 0) + count
      }
      const dues = list.items.map(({ due }: { due: string }) => due)
      expect(dues).toEqual([...dues].sort())
    }
    // Nobody in this cohort answered "not my client" or broke an interview off, no mail came back, and its forms and interviews
    // are equal in number.
    const { screening, reconciliation, resume, address, ...others } = counts
    expect([screening, reconciliation, resume, address]).toEqual([0, 0, 0, 0])
    expect(Object.values(others).every((count) => count > 0)).toBe(true)
    const interviewer = answerOf(await here('worklist', '--on', '2012-08-01', '--role', 'interviewer'))
    expect(interviewer.role).toBe('interviewer')
    expect(interviewer.items.length).toBeGreaterThan(0)
  })

  test('forms and interviews of the cohort are counted as its files have them', async () => {
    const forms = perPlaceAndMonth(published('consent.csv').rows, 'signed_on')
    const held = published('fieldwork.csv').rows.filter(({ event }) => event === 'interviewed')
    const interviews = perPlaceAndMonth(held, 'on')
    expect(held).toHaveLength(replayed().t1.clients)
    const reconcile = async (...words: string[]) => answerOf(await here('reconcile', ...words))
    const { months } = await reconcile()
    const found: Record<'forms' | 'interviews', Map<string, number>> = { forms: new Map(), interviews: new Map() }
    for (const { month } of months)
      for (const { location, ...row } of (await reconcile('--month', month)).locations)
        for (const side of ['forms', 'interviews'] as const)
          if (row[side] > 0) found[side].set(`${month} ${location}`, row[side])
    expect(new Map([...found.forms].sort())).toEqual(new Map([...forms].sort()))
    expect(new Map([...found.interviews].sort())).toEqual(new Map([...interviews].sort()))
    const equal = [...forms].every(([key, count]) => interviews.get(key) === count) && forms.size === interviews.size
    const states = new Set(months.map(({ state }: { state: string }) => state))
    expect(states.has('differs')).toBe(!equal)
  })

  test('the report says of flow, scores, pairs, outcomes and losses what was published of this cohort', async () => {
    const found = answerOf(await here('report'))
    expect(found.flow.funnel).toEqual(replayed().funnel)
    expect(found.on).toBe(replayed().on)
    const named = (sides: { wave: string; perspective: string }[], what: string) =>
      Object.fromEntries(
        sides.map((side) => [
          `${side.perspective}_${side.wave.toLowerCase()}`,
          (side as unknown as Record<string, unknown>)[what],
        ]),
      )
    const measures = named(found.sides, 'measures') as Record<string, Record<string, { of: unknown }>>
    const alphas = named(found.sides, 'consistency') as Record<string, Record<string, { alpha: unknown }>>
    for (const [side, scales] of Object.entries(expected.scores))
      for (const [scale, wanted] of Object.entries(scales))
        expect(differences(measures[side]?.[scale]?.of, wanted, `${side}/${scale}`)).toEqual([])
    for (const [side, scales] of Object.entries(expected.alpha))
      for (const [scale, wanted] of Object.entries(scales))
        expect(differences(alphas[side]?.[scale]?.alpha, wanted, `${side}/${scale}`)).toEqual([])
    type Paired = { spots: unknown; [figure: string]: unknown }
    for (const { wave, measures: pairs } of found.pairs as { wave: string; measures: Record<string, Paired> }[])
      for (const [scale, wanted] of Object.entries(expected.dyads[wave.toLowerCase()] ?? {})) {
        const { spots, ...of } = pairs[scale] as Paired
        expect(differences(of, wanted, `${wave}/${scale}`)).toEqual([])
      }
    type Outcome = { outcome: string; counts: { yes: number } }
    for (const { outcome, counts } of found.outcomes as Outcome[])
      expect(counts.yes, outcome).toBe(expected.outcome_ids[outcome]?.length)
    const [loss] = found.attrition
    const reasons = Object.entries(loss.reasons as Record<string, number>).filter(([, n]) => n > 0)
    expect(Object.fromEntries(reasons)).toEqual(expected.t2.lost)
    expect([loss.stayed, loss.waiting]).toEqual([replayed().t2.clients, 0])
    expect(found.sample.gender).toMatchObject({
      sample: replayed().t1.clients,
      population: replayed().funnel.registered,
    })
  })

  test('nothing ties the names to the numbers but what the keys open (§6)', async () => {
    for (const role of ROLES)
      expect(
        await here('account', 'add', `other.${role}@koppel.example`, '--name', 'Iemand', '--role', role),
      ).toMatchObject({
        code: 0,
      })
    const url = ownerUrl()
    expect(await foreignKeysBetween(url)).toEqual([])
    expect(await sharedTexts(url)).toEqual([])
  })

  test('the audit trail is whole and its entries are counted', async () => {
    const counts = await rowCounts(ownerUrl())
    const { 'audit.entry': study = 0, 'audit.vault_entry': vault = 0 } = counts
    expect(answerOf(await here('audit', 'verify'))).toMatchObject({ ok: true, entries: study + vault, faults: [] })
  })

  test('each role has an address of its own that it can use', async () => {
    const users: Record<string, string> = {}
    for (const role of ['owner', 'vault', 'study', 'analyst']) {
      const { url } = answerOf(await here('db', 'url', '--role', role))
      users[role] = await connected(url, async (client) => (await client.query('SELECT current_user AS me')).rows[0].me)
    }
    expect(users).toEqual({ owner: 'owner', vault: 'koppel_vault', study: 'koppel_study', analyst: 'koppel_analyst' })
  })
}
