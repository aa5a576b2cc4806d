import { deflateRawSync } from 'node:zlib'
import type { Chance } from './chance'

/** What people, programs and attackers send where a page expects something else. None of it is a word of our own errors. */
const TEXTS: readonly string[] = [
  '',
  ' ',
  '0',
  '-1',
  '1e309',
  'NaN',
  '00000000000000000000000000000001',
  '99999999999999999999999',
  '2147483648',
  '9223372036854775808',
  '-0',
  '0x10',
  '1,5',
  '１２',
  '\0',
  'a\0b',
  '\ud800',
  '\ufeff',
  '\u202e',
  '😀'.repeat(40),
  'é'.repeat(300),
  'x'.repeat(5_000),
  "' OR 1=1 --",
  "'; DROP TABLE study.dyad; --",
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '{{7*7}}',
  '#{7*7}',
  '../../../../etc/passwd',
  '..%2f..%2f',
  '%',
  '%00',
  '%c0%ae',
  '\r\nSet-Cookie: planted=1',
  '\r\n\r\n<b>',
  '=cmd|calc!A0',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'null',
  'undefined',
  'true',
  '[]',
  '{"a":{"b":[1,2,{}]}}',
  '2012-02-30',
  '2012-03-13',
  '0000-00-00',
  '9999-12-31',
  '10000-01-01',
  '+012345-01-01',
  '2012-3-1',
  '2012-13',
  '2012-03',
  '2012-W53',
  '2012-W54',
  '2012-03-13|00000000-0000-0000-0000-000000000000',
  '||||',
  '|',
  'T1',
  '24:00',
  '23:59',
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  '01980000-0000-7000-8000-000000000001',
  'a.b',
  'a.b.c.d',
  'yes',
  'no',
  'on',
  'all',
  'data:image/png;base64,AAAA',
  'javascript:alert(1)',
  '//evil.example',
  'https://evil.example/',
  '/today',
]

/** A text that no page was made for, or one of those that it knows. */
export const oddText = (chance: Chance, known: readonly string[]): string =>
  known.length > 0 && !chance.once(3) ? chance.pick(known) : chance.pick(TEXTS)

/** A workbook whose one sheet says that it is of 100 bytes, and is four million of nothing once it is opened. */
const bomb = (): Buffer => {
  const name = Buffer.from('xl/worksheets/sheet1.xml')
  const packed = deflateRawSync(Buffer.alloc(4 * 1024 * 1024))
  const head = Buffer.alloc(30)
  head.writeUInt32LE(0x04034b50, 0)
  head.writeUInt16LE(20, 4)
  head.writeUInt16LE(8, 8)
  head.writeUInt32LE(packed.length, 18)
  head.writeUInt32LE(100, 22)
  head.writeUInt16LE(name.length, 26)
  const local = Buffer.concat([head, name, packed])
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt16LE(8, 10)
  entry.writeUInt32LE(packed.length, 20)
  entry.writeUInt32LE(100, 24)
  entry.writeUInt16LE(name.length, 28)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(entry.length + name.length, 12)
  end.writeUInt32LE(local.length, 16)
  return Buffer.concat([local, entry, name, end])
}
const BOMB = bomb()

/** A file that is not what the form asks for. */
export function oddFile(chance: Chance): Buffer {
  const kinds = [
    () => Buffer.alloc(0),
    () => Buffer.from('%PDF-1.7\n%%EOF'),
    () => Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chance.bytes(40)]),
    () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), chance.bytes(60)]),
    () => BOMB,
    () => BOMB.subarray(0, chance.upTo(BOMB.length)),
    () => Buffer.from('PK\x05\x06'.padEnd(22, '\0'), 'latin1'),
    () => Buffer.from('a;b;c\n1;2;3\n"open'),
    () => Buffer.from(`${'k;'.repeat(2_000)}\n1`),
    () => Buffer.from('\ufeffTZ;KL\r\nTZ-1;"=1+1"\r\n'),
    () => Buffer.from('type,name,label\nselect_one x,q1,"<b>"\n'),
    () => Buffer.from('Variable / Field Name,Form Name,Field Type\na,b,radio\n'),
    () => chance.bytes(200),
  ]
  return chance.pick(kinds)()
}
