import { spawnSync } from 'node:child_process'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pathToFileURL } from 'node:url'
import { Redis } from 'ioredis'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Address, gateOf, PAGES } from '../../app/access/pages'
import { ROLES, type Role } from '../../app/access/roles'
import { MAY, scopeOf, type Verb } from '../../app/access/table'
import { DEMO_ACCOUNTS } from '../../app/identity/accounts'
import { keyringOf } from '../../app/platform/keyring'
import { LINK_KINDS, type LinkKind, personalLink } from '../../app/platform/personal-link'
import { vaultKeys } from '../../app/platform/vault'
import { openQueue } from '../../jobs/queues'
import { afterwards } from '../afterwards'
import { connected } from '../platform/connect'
import { publishedNumbers } from '../replay/published'
import { publishedRelease } from '../replay/released'
import { needs } from '../require'
import { type Begun, begunCourse, type Course, signedIn, wholeCourse } from './leaks/course'
import { type Find, type Haystack, hunterOf } from './leaks/hunt'
import { TELEPHONES } from './leaks/last-days'
import { MARK } from './leaks/marked'
import { type Visited, walked } from './leaks/pages'
import { columnsIn, filesIn, keysOf, serverFilesWithMark } from './leaks/places'

const ROOMS = ['study', 'audit', 'bullmq', 'public', 'identity']
/** A client's name, and a telephone number that the client gave: never a supervisor's, nor anybody's numbers or birthday. */
const CLIENT = new RegExp(`^(${MARK}é|[A-Z.]*${MARK.toUpperCase()}\\.)`)
/** What somebody wrote themselves on a look or a breach (see last-days.ts), for whoever guards both. */
const WRITTEN = new RegExp(`^${MARK}$`)
/** Behind these, and to whoever may do them, something of the kind stands on the page: it is what they are for (§6). */
const SHOWN: Partial<Record<Verb, RegExp>> = {
  see_visits: CLIENT,
  take_consent: CLIENT,
  check_consent: CLIENT,
  withdraw_client: CLIENT,
  see_trail: WRITTEN,
  keep_breaches: WRITTEN,
  // the first rows of a file, as they stand in it, to whoever says what they mean
  import_files: /./,
}

let begun: Begun
beforeAll(async () => {
  begun = await begunCourse(needs('redis-server'))
}, 900_000)

// a whole cohort takes minutes to play: its numbers and its names are looked for in the same one
describe('the published cohort', () => publishedNumbers(() => begun))
describe('its release', () => publishedRelease(() => begun))

describe('nobody in it is met by name', () => {
  let course: Course
  let hunt: (haystack: Haystack) => Find[]
  beforeAll(async () => {
    course = await wholeCourse(begun)
    hunt = hunterOf({ bornOn: new Set([...course.cohort.bornOn, '1985-04-11']), telephones: TELEPHONES })
  }, 300_000)

  const sizeOf = (haystacks: readonly Haystack[]) => haystacks.reduce((size, { text }) => size + text.length, 0)
  const owner = () => course.house.database.urls.owner

  async function inColumns(rooms: readonly string[]): Promise<{ finds: Find[]; columns: Set<string> }> {
    const found = { finds: [] as Find[], columns: new Set<string>() }
    for await (const haystack of columnsIn(owner(), rooms)) {
      found.columns.add(haystack.where)
      found.finds.push(...hunt(haystack))
    }
    return found
  }

  test('what is hunted for was really there: thousands of people went in by name', async () => {
    const { texts, bornOn } = course.cohort
    expect(new Set(texts).size).toBeGreaterThan(7_000)
    expect(bornOn.size).toBeGreaterThan(1_000)
    expect(texts.every((text) => text.toLowerCase().includes(MARK))).toBe(true)
    const { database, env } = course.house
    // the key was changed on the way
    const keys = vaultKeys(database.secret, keyringOf(env.KOPPEL_HOME ?? '', database.secret, {}))
    const { id, surname } = await database.vault.person.findFirstOrThrow({ where: { surname: { not: null } } })
    expect(keys.open(surname as Uint8Array, `person.surname:${id}`)).toContain(MARK)
  })

  test('no room of the database shows one, but for the accounts of those who work with it', async () => {
    const { finds, columns } = await inColumns(ROOMS)
    for (const column of [
      'study.mail_line.reason',
      'audit.entry.details',
      'audit.vault_entry.sealed',
      'identity.key.study_id',
    ])
      expect(columns).toContain(column)
    expect([...columns].filter((column) => column.startsWith('bullmq.')).length).toBeGreaterThan(5)
    expect(finds).toEqual([])
  }, 300_000)

  test('nor do the files in which the server keeps it, or its log', async () => {
    expect(await serverFilesWithMark(owner())).toEqual([])
  }, 120_000)

  test('nor does Redis: no key of it, and nothing that it was told', async () => {
    const found = await course.redis()
    if (course.redisUrl) expect(sizeOf(found)).toBeGreaterThan(1_000)
    expect(found.flatMap(hunt)).toEqual([])
  })

  test('nor do the logs of the web server and the workers at their loudest, or what commands say', () => {
    const logs = course.logs()
    expect(logs[0]?.text).toContain('serving')
    expect(logs.some(({ text }) => text.includes('a job failed'))).toBe(true)
    expect(course.commands.length).toBeGreaterThan(7)
    expect([...logs, ...course.commands].flatMap(hunt)).toEqual([])
  })

  test('nor does a release', () => {
    const files = filesIn(course.released)
    expect(files.map(({ where }) => where)).toContain('wide.csv')
    expect(sizeOf(files)).toBeGreaterThan(50_000)
    expect(files.flatMap(hunt)).toEqual([])
  }, 120_000)

  test('mail names nobody: only its To says to whom it goes', () => {
    const { arrived } = course.peer
    expect(arrived.length).toBeGreaterThan(50)
    expect(new Set(arrived.map(({ mail }) => mail.subject)).size).toBeGreaterThan(3)
    const finds = arrived.flatMap(({ raw, mail }) => {
      const withoutTo = raw.replace(/^To: .*(\r?\n[ \t].*)*/m, '')
      expect(withoutTo.length).toBeLessThan(raw.length)
      return hunt({ where: 'mail', text: [withoutTo, mail.subject, mail.text, mail.html].join('\n') })
    })
    expect(finds).toEqual([])
  })

  /** Pages of real records: nothing leads to some of them. */
  async function seeds(): Promise<{ known: string[]; links: string[] }> {
    const { study } = course.house.database
    const where = { studyId: course.study.id }
    const dyads = await study.dyad.findMany({ where, take: 3, orderBy: { boundOn: 'desc' } })
    const clients = await study.client.findMany({ where, take: 2 })
    const ofKind: Record<LinkKind, () => Promise<{ id: string }[]>> = {
      inquiry: () => study.inquiry.findMany({ where: { registration: where }, take: 3, orderBy: { id: 'desc' } }),
      measurement: () => study.measurement.findMany({ where, take: 3, orderBy: { id: 'desc' } }),
      appointment: () => study.registration.findMany({ where: { ...where, dyad: { isNot: null } }, take: 2 }),
    }
    const { linkKey } = course.house.desk
    const tokens = await Promise.all(
      LINK_KINDS.map(async (kind) => (await ofKind[kind]()).map(({ id }) => personalLink(linkKey, kind, id))),
    )
    const pseudonyms = [...dyads, ...clients].map(({ pseudonym }) => pseudonym)
    const ofPerson = (Object.keys(PAGES) as Address[]).filter((address) => address.includes(':pseudonym'))
    return {
      known: ofPerson.flatMap((address) => pseudonyms.map((pseudonym) => address.replace(':pseudonym', pseudonym))),
      links: tokens.flat().map((token) => `/answer/${token}`),
    }
  }

  const isVerb = (gate: string | undefined): gate is Verb => gate !== undefined && Object.hasOwn(MAY, gate)
  const digitsOf = (text: string) => text.replace(/\D/g, '')
  const isTelephone = (found: string) =>
    digitsOf(found).length === 9 && TELEPHONES.some((one) => digitsOf(one).endsWith(digitsOf(found)))
  /** What was found on a page and is not meant to stand there for this role. */
  function leaksOn(page: Visited, role?: Role): Find[] {
    const gate = page.address && gateOf(page.address, 'GET')
    const shown = role && page.status === 200 && isVerb(gate) && scopeOf(role, gate) ? SHOWN[gate] : undefined
    return hunt(page).filter(({ found }) => !shown || !(shown.test(found) || isTelephone(found)))
  }

  describe('pages', () => {
    test.each(ROLES)(
      'the %s meets nobody by name, but on the pages that are for it',
      async (role) => {
        const account = DEMO_ACCOUNTS.find((one) => one.role === role)
        const cookie = await signedIn(course.house.base, account?.email ?? '')
        const { known, links } = await seeds()
        const visited = await walked({ base: course.house.base, who: role, cookie, seeds: [...known, ...links] })
        expect(visited.filter(({ status }) => status === 200).length).toBeGreaterThan(20)
        expect(visited.filter(({ status }) => status >= 500).map(({ where }) => where)).toEqual([])
        expect(visited.flatMap((page) => leaksOn(page, role))).toEqual([])
        // what a page shows, its address must not
        expect(visited.flatMap(({ where }) => hunt({ where, text: where }))).toEqual([])
      },
      240_000,
    )

    test('whoever has no account meets nobody, a personal link in hand or not', async () => {
      const { links } = await seeds()
      const visited = await walked({ base: course.house.base, who: 'nobody', cookie: '', seeds: links })
      expect(visited.filter(({ address, status }) => address === '/answer/:token' && status === 200)).not.toEqual([])
      expect(visited.flatMap((page) => leaksOn(page))).toEqual([])
    }, 240_000)

    test('afterwards the log of the server has all of these visits behind it, and no name', () => {
      expect(course.logs().flatMap(hunt)).toEqual([])
    })
  })

  // a hunt that cannot find is worth nothing: the same eyes, one planted value each
  describe('planted on purpose it is found', () => {
    const NAME = `Bakker ${MARK}`

    test('in a table of the study, in JSON of the audit, in the files of the server', async () => {
      const { id } = course.study
      await connected(owner(), async (client) => {
        await client.query('UPDATE study.study SET name = $1 WHERE id = $2', [NAME, id])
        await client.query(
          `INSERT INTO audit.entry (day, actor, verb, subject, details) VALUES ('2012-06-01', 'x', 'x', 'x', $1)`,
          [JSON.stringify({ born: '1985-04-11' })],
        )
      })
      const { finds } = await inColumns(['study', 'audit'])
      expect(finds.map(({ where }) => where).sort()).toEqual(['audit.entry.details', 'study.study.name'])
      expect(await serverFilesWithMark(owner())).not.toEqual([])
    }, 300_000)

    test('in a job on PostgreSQL and on Redis', async () => {
      const { redisUrl } = course
      const { jobsUrl } = course.house.database
      const on = async (connection: Parameters<typeof openQueue>[0]) => {
        const queue = openQueue(connection)
        await queue.queue.add('planted', { surname: NAME }, { delay: 3_600_000 })
        await queue.close()
      }
      await on({ jobsUrl })
      expect((await inColumns(['bullmq'])).finds).not.toEqual([])
      if (!redisUrl) return
      await on({ jobsUrl, redisUrl })
      const client = new Redis(redisUrl)
      expect((await keysOf(client)).flatMap(hunt)).not.toEqual([])
      client.disconnect()
      expect((await course.redis()).filter(({ where }) => where === 'what Redis was told').flatMap(hunt)).not.toEqual(
        [],
      )
    })

    test('in a line of the log', () => {
      const log = JSON.stringify(pathToFileURL('app/platform/log.ts').href)
      const script = `import(${log}).then(({ log }) => log.warn({ about: '${NAME}' }, 'said'))`
      const { stderr } = spawnSync(process.execPath, ['--import', 'tsx', '-e', script], { encoding: 'utf8' })
      expect(hunt({ where: 'log', text: stderr })).not.toEqual([])
    })

    test.each(['page', 'data', 'redirect'])('on a %s', async (what) => {
      const server = createServer((request, response) => {
        const data = request.url?.includes('_data=') ?? false
        if (what === 'redirect' && !data) response.writeHead(302, { Location: `/dyads?search=${MARK}` })
        response.end(data === (what === 'data') ? `<p>${what === 'redirect' ? '' : NAME}</p>` : '')
      })
      await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
      afterwards(() => server.close())
      const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
      const visited = await walked({ base, who: 'somebody', cookie: '', seeds: [] })
      expect(visited.flatMap(hunt)).not.toEqual([])
    })
  })
})
