import { expect, test } from 'vitest'
import { networkOf } from '../../app/platform/network'

test.each([
  ['203.0.113.77', '203.0.113.0/24'],
  ['::ffff:203.0.113.77', '203.0.113.0/24'],
  ['2001:db8:85a3:1:2:8a2e:370:7334', '2001:db8:85a3::/48'],
  ['2001:DB8::1', '2001:db8:0::/48'],
  ['::1', '0:0:0::/48'],
  ['fe80::1%eth0', 'fe80:0:0::/48'],
  ['', undefined],
  ['localhost', undefined],
  ['203.0.113', undefined],
])('of %s the audit keeps %s', (address, network) => {
  expect(networkOf(address)).toBe(network)
})
