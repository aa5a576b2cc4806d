import { isIP } from 'node:net'

/**
 * The network of an address, for the audit: IPv4 without its last of four numbers (/24), IPv6 without all but its first three
 * groups (/48). It says from which office or provider something was asked for and points at no device (GDPR art. 5.1 c).
 * Undefined for what is no address.
 */
export function networkOf(address: string): string | undefined {
  const four = address.replace(/^::ffff:/i, '')
  if (isIP(four) === 4) return `${four.split('.').slice(0, 3).join('.')}.0/24`
  const [six = ''] = address.split('%')
  if (isIP(six) !== 6) return undefined
  const [front = [], back] = six.split('::').map((half) => half.split(':').filter(Boolean))
  // what :: stands for is zeros
  const missing = back === undefined ? 0 : 8 - front.length - back.length
  const groups = [...front, ...Array<string>(missing).fill('0'), ...(back ?? [])]
  const first = groups.slice(0, 3).map((group) => Number.parseInt(group, 16).toString(16))
  return `${first.join(':')}::/48`
}
