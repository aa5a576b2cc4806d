import { expect, test } from 'vitest'
import { fromOurselves } from '../../scripts/web/origin'

const own = { method: 'POST', host: 'koppel.example', origin: undefined, fetchSite: undefined }

test.each([
  ['our own origin', { origin: 'https://koppel.example' }, true],
  ['another site', { origin: 'https://evil.example', fetchSite: 'same-origin' }, false],
  ['our name on another port', { origin: 'https://koppel.example:8443' }, false],
  ['our name inside another', { origin: 'https://koppel.example.evil.example' }, false],
  ['no origin, and the browser vouches', { fetchSite: 'same-origin' }, true],
  ['no origin, and nobody vouches', {}, false],
  ['null, and the browser vouches', { origin: 'null', fetchSite: 'same-origin' }, true],
  ['null from elsewhere', { origin: 'null', fetchSite: 'cross-site' }, false],
  ['null without a word', { origin: 'null' }, false],
  ['nonsense', { origin: 'nonsense' }, false],
  ['reading from anywhere', { method: 'GET', origin: 'https://evil.example' }, true],
  ['a method that is neither', { method: 'OPTIONS', origin: 'https://evil.example' }, false],
])('%s', (_, sent, allowed) => {
  expect(fromOurselves({ ...own, ...sent })).toBe(allowed)
})

test.each([
  ['https://koppel.example', true],
  ['http://koppel.example', false],
  ['https://rebound.example', false],
  ['https://koppel.example:8443', false],
  ['https://koppel.example@evil.example', false],
])('where the installation says where it is reached, %s may change something: %s', (origin, may) => {
  // a name of somebody else's that was made to point here brings itself as the host
  const host = URL.canParse(origin) ? new URL(origin).host : ''
  expect(fromOurselves({ ...own, host, origin }, 'https://koppel.example')).toBe(may)
})
