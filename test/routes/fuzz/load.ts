import { type Address, takesFile } from '../../../app/access/pages'
import type { Chance } from './chance'
import { oddFile, oddText } from './odd'
import type { Range } from './range'

/** A body and what is said of it. */
type Load = { readonly body: Buffer; readonly 'Content-Type': string }

const FORM = 'application/x-www-form-urlencoded'

/** What is sent to an address: mostly a form of that page with some of its fields turned into something else. */
export function bodyFor(range: Range, chance: Chance, address: Address): Load {
  const fields = fieldsFor(range, chance, address)
  const brings = takesFile(range.concrete(address).split('?')[0] ?? '') ? 2 : 8
  if (chance.once(brings)) return multipart(chance, fields)
  const ways: (() => Load)[] = [
    () => ({ 'Content-Type': 'application/json', body: Buffer.from(JSON.stringify(Object.fromEntries(fields))) }),
    () => ({ 'Content-Type': 'application/json', body: Buffer.from('{"a":') }),
    () => ({ 'Content-Type': 'application/json', body: Buffer.from('['.repeat(20_000)) }),
    () => ({ 'Content-Type': 'text/plain', body: Buffer.from('a=b') }),
    () => ({ 'Content-Type': FORM, body: chance.bytes(300) }),
    () => ({
      'Content-Type': chance.pick(['', 'nonsense', 'multipart/form-data', `${FORM}; charset=utf-7`]),
      body: chance.bytes(50),
    }),
    () => ({ 'Content-Type': FORM, body: Buffer.from('a=1&'.repeat(20_000)) }),
    () => ({ 'Content-Type': FORM, body: Buffer.alloc(257 * 1024, 'x') }),
  ]
  if (chance.once(6)) return chance.pick(ways)()
  return {
    'Content-Type': FORM,
    body: Buffer.from(String(new URLSearchParams(fields.map(([name, value]) => [name, value])))),
  }
}

/**
 * The fields of a form that the address has: mostly as a browser would send it with one thing wrong, now and then with
 * much of it left out, doubled or filled with something else.
 */
function fieldsFor({ learned, ids }: Range, chance: Chance, address: Address): [string, string][] {
  const names = [...learned.values.keys()]
  const known = (name: string) => [...(learned.values.get(name) ?? []), ...(chance.once(4) ? ids : [])]
  const form = learned.forms.get(address)
  const begun = form ? chance.pick(form) : chance.some(names, 6).map((name) => [name, ''] as const)
  const near = !chance.once(3)
  const wrong = near && !chance.once(3) ? chance.pick(begun)?.[0] : undefined
  const sent = [...new Set(begun.map(([name]) => name))].flatMap((name): [string, string][] => {
    const offered = chance.pick(begun.filter((field) => field[0] === name))[1]
    if (near) return [[name, name === wrong ? oddText(chance, known(name)) : offered || likely(chance, name)]]
    if (chance.once(6)) return []
    return [[name, chance.once(3) ? oddText(chance, known(name)) : offered]]
  })
  if (!near && chance.once(3)) sent.push([chance.once(2) ? chance.pick(names) : '__proto__', oddText(chance, ids)])
  return sent
}

/** What somebody would type into a field that is empty, as far as its name tells. */
function likely(chance: Chance, name: string): string {
  if (/day|date|on$|from|until|at$/i.test(name)) return chance.pick(['2012-03-13', '2012-03-12', '2012-04-01', ''])
  if (/count|number|minutes|contacts|share|n$/i.test(name)) return chance.pick(['1', '2', '30', ''])
  return chance.pick(['', 'By the run.', 'Utrecht', 'yes', 'I1'])
}

function multipart(chance: Chance, fields: readonly (readonly [string, string])[]): Load {
  const parts = fields.map(([name, value]) =>
    Buffer.from(`--b\r\nContent-Disposition: form-data; name="${name.replaceAll('"', '')}"\r\n\r\n${value}\r\n`),
  )
  const name = chance.pick(['paper', 'file', 'scan', 'x'])
  const called = chance.pick(['a.csv', 'a.xlsx', 'scan.pdf', '', '../../a', 'a"b', 'x'.repeat(3_000)])
  const file = [
    Buffer.from(
      `--b\r\nContent-Disposition: form-data; name="${name}"; filename="${called}"\r\nContent-Type: ${chance.pick(['text/csv', 'text/html', 'image/svg+xml'])}\r\n\r\n`,
    ),
    oddFile(chance),
    Buffer.from('\r\n'),
  ]
  const whole = Buffer.concat([...parts, ...(chance.once(4) ? [] : file), Buffer.from('--b--\r\n')])
  const body = chance.once(6) ? whole.subarray(0, chance.upTo(whole.length)) : whole
  return { 'Content-Type': 'multipart/form-data; boundary=b', body }
}
