import { beginRotation, reseal, retireKeys, valuesByKey } from '../../../app/identity/rotation'
import { now } from '../../../app/platform/clock'
import { askedToEnd } from '../../ending'
import { answer, type Command } from '../command'
import { withSession } from '../session'
import { refusalAnswer } from '../words'

export const keysList: Command = {
  words: ['keys', 'list'],
  about: 'the keys that seal names: which is the current one, and how many values each has sealed',
  run: (given) =>
    withSession(given, async ({ desk: { vault } }) => {
      const current = vault.keys.ring.current().id.toString('hex')
      const counts = new Map([[current, 0], ...(await valuesByKey(vault))])
      const keys = [...counts].map(([key, values]) => ({
        key,
        current: key === current,
        known: vault.keys.ring.named(Buffer.from(key, 'hex')) !== undefined,
        values,
      }))
      return answer({ keys })
    }),
}

export const keysRotate: Command = {
  words: ['keys', 'rotate'],
  about: 'make a new key and seal every name with it, while everybody works; goes on where it was stopped',
  run: (given) =>
    withSession(given, async ({ desk: { vault } }) => {
      const stopping = new AbortController()
      askedToEnd().then(() => stopping.abort())
      await beginRotation(vault, 'system')
      const rotated = await reseal(vault, stopping.signal)
      return rotated.ok ? answer(rotated.value) : refusalAnswer(rotated.refusal)
    }),
}

export const keysRetire: Command = {
  words: ['keys', 'retire'],
  about: 'take keys that seal nothing any more out of the key file',
  run: (given) =>
    withSession(given, async ({ desk: { vault } }) => {
      const retired = await retireKeys(vault, now())
      return retired.ok ? answer({ retired: retired.value }) : refusalAnswer(retired.refusal)
    }),
}
