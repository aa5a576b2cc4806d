import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { environment } from '../../app/platform/environment'
import { APART, VARIABLES } from '../../app/platform/variables'
import { needs } from '../require'

const FOLDER = 'scripts/deploy/'
const read = (name: string) => readFileSync(FOLDER + name, 'utf8')

type Service = {
  readonly image: string
  readonly user?: string
  readonly read_only?: boolean
  readonly command?: readonly string[]
  readonly environment?: Readonly<Record<string, string>>
  readonly secrets?: readonly string[]
  readonly ports?: readonly string[]
  readonly healthcheck?: { readonly test?: readonly string[]; readonly disable?: boolean }
  readonly deploy?: { readonly replicas: number }
  readonly depends_on?: Readonly<Record<string, unknown>>
  readonly volumes?: readonly string[]
}
type Compose = {
  readonly services: Readonly<Record<string, Service>>
  readonly secrets: Readonly<Record<string, { readonly file: string }>>
  readonly volumes: Readonly<Record<string, unknown>>
}
const { services, secrets, volumes } = parse(read('compose.yaml'), { merge: true }) as Compose
const ours = Object.entries(services).filter(([, { image }]) => image.startsWith('koppel:'))
const KNOWN = [...Object.keys(VARIABLES), ...Object.keys(APART)]
/** What programs of ours are started with: the file that is named exists, and so does its command. */
const starts = (command: readonly string[]) => {
  const [node = '', flag, loader, program = '', word] = command
  expect([node.replace('/usr/bin/', ''), flag, loader]).toEqual(['node', '--import', 'tsx'])
  expect(existsSync(program), program).toBe(true)
  if (program === 'scripts/koppel.ts') expect(readFileSync('scripts/koppel/commands.ts', 'utf8')).toMatch(`  ${word}: `)
}

test('two web processes, two workers, a database, Redis and a proxy', () => {
  expect(Object.keys(services).sort()).toEqual([
    'database',
    'migrate',
    'proxy',
    'redis',
    'web-one',
    'web-two',
    'worker',
  ])
  expect(services.worker?.deploy?.replicas).toBe(2)
  expect(ours.map(([name]) => name)).toEqual(['web-one', 'web-two', 'worker', 'migrate'])
})

test.each(ours)(
  '%s is told only what the program knows, and starts with it',
  (_, { environment: given = {}, command }) => {
    expect(Object.keys(given).filter((name) => !KNOWN.includes(name))).toEqual([])
    const filled = Object.entries(given).map(([name, value]) => [
      name,
      value.replace(/\$\{(\w+)[^}]*\}/g, 'a@b.example'),
    ])
    const written = {
      ...Object.fromEntries(filled),
      KOPPEL_SECRET: 'vT7-Qm2_xZ9rLw4KpB8sYd3NfHjUc6Ga',
      SMTP_URL: 'smtp://mail.example.org',
      ...(given.DATABASE_URL?.startsWith('file:') && { DATABASE_URL: 'postgresql://owner:x@database:5432/koppel' }),
    }
    expect(environment(written).mode).toBe('production')
    if (command) starts(command)
  },
)

test.each(ours)(
  '%s is no root, writes in its volumes only, and holds no secret that it does not need',
  (name, service) => {
    expect(service).toMatchObject({ user: '1000:1000', read_only: true, cap_drop: ['ALL'] })
    const named = Object.values(service.environment ?? {}).flatMap(
      (value) => /^file:\/run\/secrets\/(\w+)$/.exec(value)?.[1] ?? [],
    )
    expect([...(service.secrets ?? [])].sort()).toEqual(named.sort())
    expect(service.secrets?.includes('database_url')).toBe(name === 'migrate')
  },
)

test('versions are fixed, only the proxy has ports, and no secret stands in the file', () => {
  for (const [name, { image, ports }] of Object.entries(services)) {
    expect(image).toMatch(/^[\w/]+:\d+\.\d+(\.\d+)?(-\w+)?$/)
    expect(ports !== undefined, name).toBe(name === 'proxy')
  }
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
  expect(ours.map(([, { image }]) => image)).toEqual(ours.map(() => `koppel:${version}`))
  for (const { file } of Object.values(secrets)) expect(file).toMatch(/^secrets\//)
  const given = Object.values(services).flatMap(({ environment = {} }) => Object.entries(environment))
  for (const [name, value] of given) {
    if (/PASSWORD|SECRET/.test(name)) expect(value).toMatch(/^(file:)?\/run\/secrets\//)
    if (URL.canParse(value)) expect(new URL(value).password, name).toBe('')
  }
  for (const [, { volumes: used = [] }] of Object.entries(services))
    for (const volume of used) if (/^\w+:/.test(volume)) expect(Object.keys(volumes)).toContain(volume.split(':')[0])
})

test('what is looked at is there', () => {
  const health = readFileSync('scripts/web/health.ts', 'utf8')
  const addresses = [...(read('compose.yaml') + read('Caddyfile')).matchAll(/(?<=:3000|health_uri )\/\w+/g)].map(
    ([path]) => path,
  )
  expect(addresses.length).toBeGreaterThan(1)
  for (const path of addresses) expect(health).toContain(`'${path.trim()}'`)
  for (const [, { healthcheck }] of Object.entries(services).filter(([name]) => name !== 'proxy'))
    expect(healthcheck?.disable === true || (healthcheck?.test?.length ?? 0) > 1).toBe(true)
  expect(read('Caddyfile')).toContain('reverse_proxy web-one:3000 web-two:3000')
})

test('the image is made of what is there, without development packages and without root', () => {
  const text = read('Dockerfile')
  const stages = text.split(/^FROM /m).slice(1)
  const { engines, scripts } = JSON.parse(readFileSync('package.json', 'utf8'))
  for (const stage of stages) expect(stage).toMatch(/^node:\d+\.\d+\.\d+-/)
  expect(engines.node).toBe(`>=${/node:(\d+\.\d+)\./.exec(text)?.[1]}`)
  for (const [, script = ''] of text.matchAll(/npm run (\w+)/g)) expect(scripts).toHaveProperty(script)
  for (const [, from = ''] of text.matchAll(/^COPY (?:--from=build \/koppel\/)?([\w./-]+) /gm))
    if (!['.', 'build', 'node_modules'].includes(from) && !from.startsWith('--'))
      expect(existsSync(from), from).toBe(true)
  const last = stages.at(-1) ?? ''
  expect(last).toContain('\nUSER node\n')
  expect(last).toContain('--from=packages')
  const [, command = '[]'] = /^CMD (.*)$/m.exec(last) ?? []
  starts(JSON.parse(command))
  const left = read('Dockerfile.dockerignore').split('\n')
  for (const kept of ['**/.git', '**/.koppel*', 'scripts/deploy/secrets']) expect(left).toContain(kept)
})

const units = readdirSync(FOLDER).filter((name) => name.endsWith('.service'))

test.each(units)('%s starts what is there, with what the program knows, and hands secrets over in files', (name) => {
  const text = read(name)
  const of = (key: string) => [...text.matchAll(new RegExp(`^${key}=(.*)$`, 'gm'))].map(([, value = '']) => value)
  starts((of('ExecStart')[0] ?? '').split(' '))
  const set = of('Environment').flatMap((line) => line.split(' ').map((pair) => pair.split(/=(.*)/)))
  expect(set.map(([variable = '']) => variable).filter((variable) => !KNOWN.includes(variable))).toEqual([])
  const credentials = of('LoadCredential').map((line) => line.split(':')[0])
  const named = set.flatMap(([, value = '']) => /^file:%d\/(\w+)$/.exec(value)?.[1] ?? [])
  expect(named.sort()).toEqual(credentials.sort())
  expect(credentials.includes('database_url')).toBe(name === 'koppel-migrate.service')
  expect([of('User'), of('ProtectSystem'), of('NoNewPrivileges')]).toEqual([['koppel'], ['strict'], ['yes']])
})

const verify = needs('/usr/bin/systemd-analyze')

test.runIf(verify)('systemd takes the units', () => {
  const { status, stderr } = spawnSync(`${verify}`, ['verify', ...units.map((name) => FOLDER + name)], {
    encoding: 'utf8',
  })
  expect([status, stderr]).toEqual([0, ''])
})
