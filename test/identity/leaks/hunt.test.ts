import { expect, test } from 'vitest'
import { hunterOf } from './hunt'
import { MARK } from './marked'

const hunt = hunterOf({ bornOn: new Set(['1985-04-01', '1985-04-11']), telephones: ['06-51 98 74 23'] })
const found = (text: string) => hunt({ where: 'here', text }).length > 0
const base64 = (text: string) => Buffer.from(text).toString('base64')
const name = `Bakker ${MARK}`

test.each([
  name,
  name.toUpperCase(),
  `{"surname":"${name}"}`,
  base64(name),
  `x${base64(`a${name}`)}`,
  Buffer.from(`ab${name}`).toString('base64url'),
  Buffer.from(name).toString('hex'),
  `\\x${Buffer.from(name.toUpperCase()).toString('hex').toUpperCase()}`,
  [...Buffer.from(name)].map((byte) => `%${byte.toString(16)}`).join(''),
  '1985-04-11',
  '1985-04-11T00:00:00.000Z',
  '1985/4/11',
  '11-04-1985',
  '11.04.85',
  '1-4-1985',
  '19850411',
  '11041985',
  '11 april 1985',
  'April 11, 1985',
  '1 apr. 1985',
  '"bornOn":"1985-04-01"',
  base64('1985-04-11'),
  base64('{"bornOn":"1985-04-11"}'),
  Buffer.from('1985-04-11').toString('hex'),
  '+31651987423',
  '06 51 98 74 23',
  '0651987423',
  encodeURIComponent('+31 6 51987423'),
  base64('0651987423'),
])('it finds %s', (text) => {
  expect(found(text)).toBe(true)
  expect(found(`<td>${text}</td>`)).toBe(true)
})

test.each([
  '1985',
  '1985-04-12',
  '2012-04-11',
  '119850411',
  '019c3a5d-1985-7411-8000-19850411aaaa',
  'Bakker',
  '06-12345678',
])('it leaves %s alone', (text) => expect(found(text)).toBe(false))
