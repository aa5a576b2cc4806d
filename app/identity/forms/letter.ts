import { blindId } from '../../platform/id'
import type { Occasion } from '../../platform/occasion'
import type { Vault } from '../../platform/vault'
import { letterInForce } from '../../protocol/consent-forms'
import { monthOf } from '../../protocol/day'
import { done, type Result, refuse } from '../../protocol/refusal'
import { change } from '../change'
import { lockPerson, personOf } from './found'

/**
 * The information letter that is in force was handed out to a client (protocol §6), in a language. The day and by whom
 * lie sealed. Refused: an unknown client, a day without a letter, and the same letter in the same language once more.
 */
export function handOutLetter(
  vault: Vault,
  occasion: Occasion,
  { clientId, language }: { readonly clientId: string; readonly language: 'nl' | 'en' },
): Promise<Result<{ version: string }>> {
  const what = { verb: 'hand_out_letter', subject: 'client', subjectId: clientId }
  return change(vault, occasion, what, async (tx) => {
    const { keys } = vault
    const { study, today, actor } = occasion
    const letter = letterInForce(study.protocol, today)
    if (!letter) return refuse('no_letter')
    const person = await personOf(tx, keys, occasion, clientId)
    if (!person) return refuse('unknown_client')
    const { id } = person
    await lockPerson(tx, id)
    const { version } = letter
    if (await tx.letter.count({ where: { personId: id, version, language } })) return refuse('already_handed_out')
    const letterId = blindId()
    const particulars = keys.seal(JSON.stringify({ on: today, by: actor }), `letter.particulars:${letterId}`)
    const row = { id: letterId, personId: id, version, language, month: monthOf(today), particulars }
    await tx.letter.createMany({ data: row })
    return done({ version })
  })
}
