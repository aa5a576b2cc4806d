import type { AppLoadContext } from '@remix-run/node'
import { handOverNamed } from '../../identity/colleagues'
import type { Occasion } from '../../platform/occasion'
import type { Refusal } from '../../protocol/refusal'
import { handOver, mayHandOver } from '../../records/intake/hand-over'
import { recordReply } from '../../records/intake/reply'
import { textOf } from '../gate/form'
import type { Saved } from './inquiries'
import { type Mistakes, readReply } from './reply'

/** How an answer was taken in, or what stood in the way, by field ('' is the form). */
export type Taken = { readonly how: Saved['how'] } | { readonly mistakes: Mistakes }

/**
 * Takes in what was filled in about one case: the reply, or "no, it is this colleague", who is asked at once. An address
 * that nobody knows is not kept: the answer is "no", and the coordinator looks.
 */
export async function takeReply(
  { databases: { study: db }, vault }: AppLoadContext,
  occasion: Occasion,
  registrationId: string,
  form: FormData,
): Promise<Taken> {
  const address = textOf(form, 'colleague')
  if (textOf(form, 'is_supervisor') !== 'no' || address === '') return reply('reply')
  const handed = await handOverNamed(vault, occasion, {
    registrationId,
    colleague: { address },
    may: (to) => mayHandOver(db, occasion, { registrationId, to }),
    handOver: (given) => handOver(db, occasion, given),
  })
  if (handed.ok) return { how: 'handed' }
  return handed.refusal.code === 'unknown_colleague' ? reply('look') : { mistakes: at(handed.refusal) }

  async function reply(how: Saved['how']): Promise<Taken> {
    const read = readReply(form, registrationId, occasion.today)
    if ('mistakes' in read) return read
    const recorded = await recordReply(db, occasion, read.value)
    return recorded.ok ? { how } : { mistakes: at(recorded.refusal) }
  }
}

/** The fields of the form carry the names that the verbs give; a refusal of the whole stands above it. */
const at = (refusal: Refusal): Mistakes => ({ [refusal.field === 'supervision' ? '' : (refusal.field ?? '')]: refusal })
