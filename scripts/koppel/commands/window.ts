import { DEFAULT_STUDY, protocolOf } from '../../../app/protocol/studies/registry'
import { windowOf } from '../../../app/protocol/waves'
import { dayOption } from '../arguments'
import { answer, type Command, refusedAnswer } from '../command'

export const windowCommand: Command = {
  words: ['window'],
  options: { t1: { value: 'DAY', required: true } },
  about: 'when the second wave may be held for an interview of this day (§4.2)',
  run: async (given) => {
    const t1 = dayOption(given, 't1')
    const wave = protocolOf(DEFAULT_STUDY).waves.find(({ window }) => window)
    if (!t1 || !wave) return refusedAnswer('no_window', 'The study has no wave with a window.')
    return answer(windowOf(wave, t1))
  },
}
