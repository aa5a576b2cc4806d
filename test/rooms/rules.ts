import { posix } from 'node:path'
import ts from 'typescript'
import type { Import, Read } from './tree'
import { vaultComplaints } from './vault-rules'

type Room = keyof typeof MAY_IMPORT

/** Which room may import which other; every room may import itself. */
const MAY_IMPORT = {
  protocol: [],
  access: ['protocol'],
  identity: ['protocol', 'access', 'platform'],
  records: ['protocol', 'access', 'platform'],
  exports: ['protocol'],
  mail: ['protocol', 'i18n', 'platform'],
  i18n: [],
  ui: ['i18n'],
  platform: ['protocol', 'client'],
  routes: ['protocol', 'access', 'identity', 'records', 'exports', 'mail', 'i18n', 'ui', 'platform', 'jobs/queues'],
  jobs: ['protocol', 'identity', 'records', 'exports', 'mail', 'platform'],
} as const satisfies Record<string, readonly string[]>

const LONGEST = 300
const LONG_BY_NATURE = /^prisma\/migrations\//
const BAD_FOLDERS = /(^|\/)(utils|helpers|misc|common|services|lib)\//
const BAD_NAMES = /(^|[-.])(utils?|helpers?|misc|common|managers?|services?|handlers?|data|info)[-.]/
const REMIX =
  /^(app\/routes\/|app\/root\.tsx$|app\/entry\.|app\/env\.d\.ts$|scripts\/(serve\.ts$|web\/)|remix\.config\.js$|test\/)/
const TRANSACTIONS = ['app/records/change.ts', 'app/identity/change.ts', 'app/records/playing-alone.ts']

/** The room a file stands in; null for what every room may use (styles, settings). */
function roomOf(path: string): Room | 'client' | 'scripts' | 'test' | null {
  if (path.startsWith('prisma/client')) return 'client'
  if (/^app\/(root|entry\.\w+)\.tsx$/.test(path)) return 'routes'
  const [top = '', room = ''] = path.split('/')
  if (top === 'scripts' || top === 'test' || top === 'jobs') return top
  return top === 'app' && room in MAY_IMPORT ? (room as Room) : null
}

function wrongImport(file: Read, { specifier, typeOnly, path }: Import): string | null {
  const room = roomOf(file.path)
  if (specifier === 'zod' && file.path !== 'app/platform/zod.ts') return 'zod comes through app/platform/zod.ts'
  if (!room || room === 'client' || room === 'scripts' || room === 'test') return null
  if (path === null) {
    const dates = /^date-fns(\/|$)/.test(specifier) || specifier === '@date-fns/tz'
    return room === 'protocol' && !dates ? `protocol may not import ${specifier}` : null
  }
  const target = roomOf(path)
  if (target === null || target === room) return null
  const allowed: readonly string[] = MAY_IMPORT[room]
  if (!allowed.includes(target) && !allowed.includes(path.replace(/\.tsx?$/, '')))
    return `${room} may not import ${path}`
  return room === 'access' && !typeOnly ? `access takes types only from ${path}` : null
}

/** Ways to ask the machine for the time, and transactions: found in the syntax, so that comments may speak of them. */
function* forbiddenCalls({ path, syntax }: Read): Generator<string> {
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    const called = ts.isPropertyAccessExpression(node) ? `${node.expression.getText(syntax)}.${node.name.text}` : ''
    const bareDate = ts.isNewExpression(node) && !node.arguments?.length && node.expression.getText(syntax) === 'Date'
    const plainDate = ts.isCallExpression(node) && node.expression.getText(syntax) === 'Date'
    if (bareDate || plainDate || called === 'Date.now') found.push('clock')
    if (called.endsWith('.$transaction')) found.push('transaction')
    ts.forEachChild(node, visit)
  }
  visit(syntax)
  if (found.includes('clock') && path !== 'app/platform/clock.ts')
    yield 'only app/platform/clock.ts asks what time it is'
  if (found.includes('transaction') && !TRANSACTIONS.includes(path) && !path.startsWith('test/')) {
    yield 'a transaction is opened by change() only'
  }
}

function* complaintsAbout(file: Read): Generator<string> {
  const lines = file.text.split('\n').length - 1
  if (lines > LONGEST && !LONG_BY_NATURE.test(file.path)) yield `has ${lines} lines`
  if (BAD_FOLDERS.test(file.path)) yield 'stands in a folder whose name says nothing'
  if (BAD_NAMES.test(posix.basename(file.path))) yield 'has a name that says nothing'
  if (/^export \*/m.test(file.text)) yield 'is a barrel'
  for (const one of file.imports) {
    const wrong = wrongImport(file, one)
    if (wrong) yield wrong
  }
  yield* forbiddenCalls(file)
  yield* vaultComplaints(file)
}

const importsRemix = ({ imports }: Read) => imports.some(({ specifier }) => specifier.startsWith('@remix-run/'))

/** The framework's way out is short: routes, their frame, the server, and one file of the platform. */
function* remixComplaints(files: readonly Read[]): Generator<string> {
  const others = files.filter((file) => importsRemix(file) && !REMIX.test(file.path))
  const inPlatform = others.filter(({ path }) => path.startsWith('app/platform/'))
  for (const { path } of others.filter((file) => !inPlatform.includes(file)))
    yield `${path}: may not know the framework`
  for (const { path } of inPlatform.slice(1)) yield `${path}: a second file of the platform that knows the framework`
}

/** Files that import each other in a circle, each circle once. */
function* cycles(files: readonly Read[]): Generator<string> {
  const byPath = new Map(files.map((file) => [file.path, file]))
  const done = new Set<string>()
  const trail: string[] = []
  function* follow(path: string): Generator<string> {
    const start = trail.indexOf(path)
    if (start >= 0) yield `${[...trail.slice(start), path].join(' → ')}: a circle`
    if (start >= 0 || done.has(path)) return
    trail.push(path)
    for (const { path: next } of byPath.get(path)?.imports ?? []) if (next && byPath.has(next)) yield* follow(next)
    trail.pop()
    done.add(path)
  }
  for (const { path } of files) yield* follow(path)
}

/** All that is wrong with a tree, one line each; empty when it keeps the rules. */
export function complaints(files: readonly Read[]): readonly string[] {
  const single = files.flatMap((file) => [...complaintsAbout(file)].map((text) => `${file.path}: ${text}`))
  return [...single, ...remixComplaints(files), ...cycles(files)]
}
