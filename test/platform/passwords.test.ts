import { expect, test } from 'vitest'
import { hashPassword, verifyPassword } from '../../app/platform/passwords'

test('keeps an argon2id hash and knows the password again', async () => {
  const kept = await hashPassword('een lange wachtzin')
  expect(kept).toMatch(/^\$argon2id\$/)
  expect(await verifyPassword(kept, 'een lange wachtzin')).toBe(true)
  expect(await verifyPassword(kept, 'een lange wachtzim')).toBe(false)
})

test('an É typed in two ways is one É', async () => {
  expect(await verifyPassword(await hashPassword('\u00c9\u00e9n'), 'E\u0301e\u0301n')).toBe(true)
})

test('nobody has no password', async () => {
  expect(await verifyPassword(null, 'nobody has this one')).toBe(false)
})
